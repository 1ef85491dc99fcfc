import { formatDayTime } from '@shared/domain/format';
import type { Contest } from '@shared/model/contest';
import type { LogLine } from '@shared/model/log';
import type { Language } from '@shared/model/language';
import type { Translate } from '../../i18n';
import { changesOf } from './changeText';
import { figuresOf, subjectsOf } from './lineText';

/** All that the screen says of a line: what a search looks through. */
export function lineTexts(line: LogLine, contest: Contest, t: Translate, language: Language): readonly string[] {
  return [
    formatDayTime(new Date(line.at)),
    t(`log:${line.action}`),
    ...subjectsOf(line, contest, t, language),
    ...figuresOf(line, t),
    ...changesOf(line, contest, t, language).flatMap(({ what, before, after }) => [what, before, after]),
    line.reason,
  ];
}
