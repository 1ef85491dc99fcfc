import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { formatOrdinal } from '@shared/domain/format';
import { inLanguage } from '@shared/model/language';
import { IconButton } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/Segmented';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText } from '../../stores/ballot';
import { Marking } from './Marking';
import { Materials } from './Materials';
import { NomineeList } from './NomineeList';

interface NomineeViewProps {
  readonly isCommenting: boolean;
  readonly onComment: (open: boolean) => void;
  readonly onRecuse: () => void;
}

/** List, materials, rulers: one nominee at a time. */
export function NomineeView(props: NomineeViewProps) {
  const t = useText();
  const language = useLanguage();
  const { entries, categories } = useBallotText();
  const here = useBallot((s) => s.place?.entry ?? null);
  const step = useBallot((s) => s.step);
  // Only where there is room for one of the two.
  const [side, setSide] = useState<'marking' | 'materials'>('marking');
  const index = entries.findIndex((entry) => entry.id === Number(here));
  const entry = entries[index];
  if (entry === undefined) {
    return (
      <main className="page">
        <EmptyState title={t('juror:empty.title')}>{t('juror:empty.advice')}</EmptyState>
      </main>
    );
  }
  const category = categories.find((c) => c.id === entry.category);
  return (
    <div className="juror">
      <NomineeList />
      <main className="work" data-side={side}>
        <header className="nominee">
          <div>
            <h1>{entry.name}</h1>
            <p className="t2">
              <span className="num">{formatOrdinal(entry.number, language)}</span>
              {category === undefined ? null : ` · ${inLanguage(category.name, language)}`}
            </p>
          </div>
          <div className="nominee-step">
            <span className="num t3">
              {index + 1} / {entries.length}
            </span>
            <IconButton
              variant="second"
              aria-label={t('juror:list.previous')}
              isDisabled={index === 0}
              onPress={() => step(-1)}
              aria-keyshortcuts="PageUp"
            >
              <ChevronLeft className="ic" aria-hidden />
            </IconButton>
            <IconButton
              variant="second"
              aria-label={t('juror:list.next')}
              isDisabled={index === entries.length - 1}
              onPress={() => step(1)}
              aria-keyshortcuts="PageDown"
            >
              <ChevronRight className="ic" aria-hidden />
            </IconButton>
          </div>
        </header>
        <Segmented
          className="juror-switch"
          wide
          label={t('juror:side.label')}
          value={side}
          segments={[
            { id: 'marking', label: t('juror:side.marking') },
            { id: 'materials', label: t('juror:side.materials') },
          ]}
          onChange={setSide}
        />
        <Materials entry={entry} />
        <Marking entry={entry} {...props} />
      </main>
      <p className="vh" role="status">
        {`${String(index + 1)} / ${String(entries.length)}. ${entry.name}`}
      </p>
    </div>
  );
}
