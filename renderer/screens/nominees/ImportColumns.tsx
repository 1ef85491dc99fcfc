import { EyeOff } from 'lucide-react';
import type { ImportPreview, PreviewColumn } from '@shared/model/imports';
import { inLanguage } from '@shared/model/language';
import { Badge } from '../../components/Badge';
import { FigureField } from '../../components/FigureField';
import { Select } from '../../components/Select';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { useImport } from '../../stores/imports';
import { fieldsOfContest } from './words';

/** Where the table stands in the file, and what each of its columns is. */
export function ImportColumns({ preview }: { readonly preview: ImportPreview }) {
  const t = useText();
  const { columns } = preview;
  return (
    <div className="import-columns">
      <ImportPlace preview={preview} />
      <ul>
        {columns
          .filter((column) => column.header !== '' || column.samples.length > 0)
          .map((column) => (
            <ColumnLine key={column.column} column={column} columns={columns} />
          ))}
      </ul>
      <p className="t2 small">{t('nominees:import.columnsNote')}</p>
    </div>
  );
}

/** Which sheet, which header row, which category for rows that name none. */
export function ImportPlace({ preview }: { readonly preview: ImportPreview | null }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const plan = useImport((s) => s.draft?.plan);
  const readElsewhere = useImport((s) => s.readElsewhere);
  const correct = useImport((s) => s.correct);
  const sheet = plan?.sheet ?? preview?.sheet;
  return (
    <div className="import-place">
      {preview === null || preview.sheets.length < 2 ? null : (
        <Select
          label={t('nominees:import.sheet')}
          options={preview.sheets.map(({ name, hidden, rows }) => ({
            id: name,
            label: name,
            note: hidden ? t('nominees:import.hiddenSheet', { rows }) : t('nominees:import.sheetRows', { rows }),
          }))}
          value={sheet ?? null}
          onChange={(name) => void readElsewhere({ sheet: name })}
        />
      )}
      <FigureField
        label={t('nominees:import.headerRow')}
        notAFigure={t('nominees:import.headerRowWrong')}
        value={plan?.headerRow ?? preview?.headerRow ?? null}
        format={String}
        onChange={(row) => {
          if (row === null || !Number.isInteger(row) || row < 1 || row > 1_048_576) return;
          void readElsewhere({ headerRow: row, ...(sheet === undefined ? {} : { sheet }) });
        }}
      />
      <Select
        label={t('nominees:import.defaultCategory')}
        emptyLabel={t('nominees:import.noDefault')}
        options={[
          { id: 'none', label: t('nominees:import.noDefault') },
          ...contest.categories.map(({ id, name }) => ({ id: String(id), label: inLanguage(name, language) })),
        ]}
        value={plan?.defaultCategory === undefined ? 'none' : String(plan.defaultCategory)}
        onChange={(id) => {
          void correct({ defaultCategory: contest.categories.find((category) => String(category.id) === id)?.id });
        }}
      />
    </div>
  );
}

function ColumnLine({
  column,
  columns,
}: {
  readonly column: PreviewColumn;
  readonly columns: readonly PreviewColumn[];
}) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const correct = useImport((s) => s.correct);
  const plan = useImport((s) => s.draft?.plan);
  const title = column.header === '' ? t('nominees:import.noHeader') : column.header;
  const choose = (target: string) => {
    const others = (plan?.columns ?? []).filter((choice) => choice.column !== column.column);
    // A field can come from one column only: the column that had it before gives it up.
    const kept = others.filter((choice) => target === 'skip' || choice.target !== target);
    void correct({ columns: [...kept, { column: column.column, target }] });
  };
  const taken = (target: string) => columns.some((other) => other.target === target && other.column !== column.column);
  return (
    <li>
      <div>
        <p className="import-head">
          <span className="t3">{column.letter}</span> <b>{title}</b>
        </p>
        {column.hidden ? (
          <Badge tone="wait" icon={<EyeOff className="ic" aria-hidden />}>
            {t('nominees:import.hiddenColumn')}
          </Badge>
        ) : null}
        <p className="t3 small import-samples">{column.samples.join(' · ')}</p>
      </div>
      <Select
        className="import-target"
        label={t('nominees:import.target', { column: title })}
        options={[
          { id: 'skip', label: t('nominees:column.skip') },
          { id: 'name', label: t('nominees:column.name') },
          { id: 'category', label: t('nominees:column.category') },
          ...fieldsOfContest(contest).map(({ id, label }) => ({ id, label: inLanguage(label, language) })),
        ].map((option) =>
          option.id !== 'skip' && taken(option.id) ? { ...option, note: t('nominees:import.takenElsewhere') } : option,
        )}
        value={column.target}
        onChange={choose}
      />
    </li>
  );
}
