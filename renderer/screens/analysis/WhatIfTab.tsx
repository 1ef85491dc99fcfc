import { useEffect, useMemo, useState } from 'react';
import { FlaskConical } from 'lucide-react';
import { changesLaureates } from '@shared/domain/analysis/placed';
import type { WhatIf } from '@shared/model/analysis';
import type { Category } from '@shared/model/category';
import type { Round } from '@shared/model/round';
import type { Standing } from '@shared/model/standing';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { useText } from '../../i18n';
import { useSandbox } from '../../stores/analysis';
import { useSnapshot } from '../../stores/contest';
import { criteriaOf } from '../ranking/words';
import { useShiftText } from './names';
import { asItIs, changeOf } from './trial';
import { TrialTable } from './TrialTable';
import { WhatIfForm } from './WhatIfForm';
import { Worked } from './Worked';

/** A sandbox: the official computation on other jurors, criteria or weights. On a ground of its own, kept nowhere. */
export function WhatIfTab({
  standing,
  round,
  category,
}: {
  readonly standing: Standing;
  readonly round: Round;
  readonly category: Category;
}) {
  const t = useText();
  const { contest } = useSnapshot();
  const { work, ask, stop, leave } = useSandbox();
  const [trial, setTrial] = useState(asItIs);
  const criteria = criteriaOf(contest, category, round.id);
  const change = useMemo(
    () => changeOf(trial, new Map(criteriaOf(contest, category, round.id).map((c) => [c.id, c.weight]))),
    [trial, contest, category, round.id],
  );
  useEffect(() => {
    if (change !== null) void ask({ round: standing.round, category: standing.category, ...change });
  }, [ask, change, standing]);
  useEffect(() => leave, [leave]);
  return (
    <div className="ana sandbox">
      <Banner tone="wait" icon={<FlaskConical className="ic" aria-hidden />}>
        {t('analysis:whatIf.banner')}
      </Banner>
      <div className="sandbox-parts">
        <div className="stack">
          <WhatIfForm round={round} criteria={criteria} trial={trial} onTrial={setTrial} />
          <Button
            isDisabled={trial === asItIs}
            onPress={() => {
              setTrial(asItIs);
            }}
          >
            {t('analysis:whatIf.reset')}
          </Button>
        </div>
        <Worked
          work={work}
          label={t('analysis:work.whatIf')}
          onStop={stop}
          onAgain={() => {
            if (change !== null) void ask({ round: round.id, category: category.id, ...change });
          }}
        >
          {({ answer, without, weights }) => (
            <Answer answer={answer} isChanged={without.length > 0 || weights.length > 0} />
          )}
        </Worked>
      </div>
    </div>
  );
}

function Answer({ answer, isChanged }: { readonly answer: WhatIf; readonly isChanged: boolean }) {
  const t = useText();
  const shiftText = useShiftText();
  if (answer.state === 'nothing_left')
    return (
      <Banner tone="wait" announce>
        {t(`analysis:whatIf.nothing.${answer.of}`)}
      </Banner>
    );
  const title = !isChanged
    ? 'start'
    : answer.line === null
      ? 'noLine'
      : changesLaureates(answer.shifts)
        ? 'differ'
        : 'same';
  return (
    <section aria-live="polite">
      <h2 className="sec">{t(`analysis:whatIf.title.${title}`)}</h2>
      {answer.shifts.length === 0 ? null : <p className="ana-shift">{asSentence(shiftText(answer.shifts))}</p>}
      <TrialTable answer={answer} />
    </section>
  );
}

const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
