import { memo } from 'react';
import type { BallotEntry } from '@shared/model/ballot';
import { inLanguage } from '@shared/model/language';
import { useLanguage, useText } from '../../i18n';
import { useBallotText } from '../../stores/ballot';
import { MaterialFiles } from './MaterialFiles';

type Material = BallotEntry['materials'][number];
type Block =
  { readonly kind: 'facts'; readonly facts: Material[] } | { readonly kind: 'text'; readonly text: Material };

// What scrolls must be within reach of the keyboard, though nothing in it can be pressed.
const reachable = { tabIndex: 0 } as const;

/** What the nominee sent, as one calm sheet: facts beside their labels, long texts to be read. */
export const Materials = memo(function Materials({ entry }: { readonly entry: BallotEntry }) {
  const t = useText();
  const language = useLanguage();
  const files = useBallotText().attachments.filter(({ entries }) => entries.includes(entry.id));
  const blocks = blocksOf(entry.materials.filter((material) => material.value.trim() !== ''));
  return (
    <section className="mat" aria-label={t('juror:materials.label')} {...reachable}>
      <article className="sheet">
        {blocks.length === 0 && files.length === 0 ? <p>{t('juror:materials.none')}</p> : null}
        {blocks.map((block) =>
          block.kind === 'facts' ? (
            <dl key={block.facts[0]?.label.kk}>
              {block.facts.map((fact) => (
                <div key={`${fact.label.kk}-${fact.value}`}>
                  <dt>{inLanguage(fact.label, language)}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <section key={block.text.label.kk}>
              <h2>{inLanguage(block.text.label, language)}</h2>
              {paragraphs(block.text.value).map(([key, paragraph]) => (
                <p key={key}>{paragraph}</p>
              ))}
            </section>
          ),
        )}
        {files.length === 0 ? null : <MaterialFiles key={entry.id} files={files} />}
      </article>
    </section>
  );
});

function blocksOf(materials: readonly Material[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const material of materials) {
    const last = blocks.at(-1);
    if (material.long) blocks.push({ kind: 'text', text: material });
    else if (last?.kind === 'facts') last.facts.push(material);
    else blocks.push({ kind: 'facts', facts: [material] });
  }
  return blocks;
}

const paragraphs = (text: string): readonly (readonly [string, string])[] =>
  text
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, index) => [String(index), paragraph.trim()] as const);
