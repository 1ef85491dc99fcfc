import { useState } from 'react';
import { formatNumber } from '@shared/domain/format';
import { parseFigure } from '../../components/figureText';
import { TextField } from '../../components/TextField';
import { useLanguage, useText } from '../../i18n';

/** Figures with spaces or semicolons between them; null where one of them is none. */
function read(text: string): readonly number[] | null {
  const figures = text
    .split(/[ \t;]+/u)
    .filter((part) => part !== '')
    .map((part) => parseFigure(part));
  const known = figures.filter((figure) => typeof figure === 'number');
  return known.length === figures.length && known.length <= 1000 ? known : null;
}

/** The points of place 1, 2, 3 … in one line. Keeps what was typed while it cannot be read. */
export function PointsByPlace({
  points,
  mayBeEmpty,
  onChange,
}: {
  readonly points: readonly number[];
  readonly mayBeEmpty: boolean;
  readonly onChange: (points: readonly number[]) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const written = points.map((each) => formatNumber(each, language, { maxDecimals: 9 })).join('; ');
  const [typed, setTyped] = useState<string | null>(null);
  const given = typed === null ? points : read(typed);
  const isWrong = given === null || (given.length === 0 && !mayBeEmpty);
  return (
    <TextField
      label={t('setup:table.points')}
      help={t(mayBeEmpty ? 'setup:table.pointsOrSum' : 'setup:table.pointsHelp')}
      error={isWrong ? t('setup:table.pointsWrong') : null}
      value={typed ?? written}
      onChange={(text) => {
        setTyped(text);
        const next = read(text);
        if (next !== null && (next.length > 0 || mayBeEmpty)) onChange(next);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}
