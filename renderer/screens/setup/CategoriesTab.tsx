import { Plus } from 'lucide-react';
import { useState } from 'react';
import { nomineeKinds, type Category } from '@shared/model/category';
import { inLanguage } from '@shared/model/language';
import { ok, type Result } from '@shared/result';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { Select } from '../../components/Select';
import { SidePanel } from '../../components/SidePanel';
import { ColumnHead, Row, Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { useContest, useSnapshot } from '../../stores/contest';
import { usePlaceFocus } from '../../stores/session';
import { amendment, useSetupDrafts, type CategoryDraft } from '../../stores/setup';
import { LocalTextField } from '../head/LocalTextField';
import { OrderButtons } from './OrderButtons';
import { InPanel } from './panel';
import { RowButton } from './RowButton';
import { SaveBar } from './SaveBar';
import { WinnersFields, winnersText } from './WinnersFields';
import { useLocked } from './useLocked';

const newOne = 'new';
const blank: CategoryDraft = {
  id: null,
  name: { kk: '', ru: '', en: '' },
  nomineeKind: 'person',
  winners: { mode: 'laureates_unranked', count: 10 },
};
const draftOf = ({ id, name, nomineeKind, winners }: Category): CategoryDraft => ({ id, name, nomineeKind, winners });

export function CategoriesTab() {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const locked = useLocked();
  const run = useContest((s) => s.run);
  const drafts = useSetupDrafts((s) => s.categories);
  const focus = usePlaceFocus();
  const [selected, setSelected] = useState<string>(String(focus.category ?? contest.categories[0]?.id ?? newOne));
  const [removing, setRemoving] = useState<Category | null>(null);

  const rows = [
    ...contest.categories.map((category) => {
      const key = String(category.id);
      return { key, category, draft: drafts[key] ?? draftOf(category) };
    }),
    ...(drafts[newOne] === undefined ? [] : [{ key: newOne, category: null, draft: drafts[newOne] }]),
  ];
  const current = rows.find(({ key }) => key === selected) ?? rows[0];
  const nameOf = (draft: CategoryDraft) => inLanguage(draft.name, language) || t('setup:categories.unnamed');

  const setDraft = (key: string, draft: CategoryDraft) => {
    useSetupDrafts.setState({ categories: { ...drafts, [key]: draft } });
  };
  const discard = () => {
    useSetupDrafts.setState({ categories: {} });
  };
  const save = async (): Promise<Result<unknown>> => {
    for (const [key, draft] of Object.entries(useSetupDrafts.getState().categories)) {
      const result = await run('setup.saveCategory', { ...draft, ...amendment() });
      if (!result.ok) return result;
      const { [key]: _saved, ...rest } = useSetupDrafts.getState().categories;
      useSetupDrafts.setState({ categories: rest });
      if (key === newOne) setSelected(String(result.value.contest?.categories.at(-1)?.id ?? newOne));
    }
    return ok(null);
  };
  const remove = async (category: Category) => {
    const result = await run('setup.removeCategory', { id: category.id });
    setRemoving(null);
    if (!result.ok) return;
    const { [String(category.id)]: _gone, ...rest } = drafts;
    useSetupDrafts.setState({ categories: rest });
  };
  return (
    <>
      <Table label={t('setup:tabs.categories')} twoLine className="setup-table">
        <thead>
          <tr>
            <ColumnHead>{t('setup:categories.name')}</ColumnHead>
            <ColumnHead>{t('setup:categories.kind')}</ColumnHead>
            <ColumnHead>{t('setup:categories.winners')}</ColumnHead>
            <ColumnHead>
              <span className="vh">{t('setup:actions')}</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, category, draft }, index) => (
            <Row key={key} selected={key === current?.key}>
              <td>
                <RowButton
                  isSelected={key === current?.key}
                  onPress={() => {
                    setSelected(key);
                  }}
                  title={nameOf(draft)}
                  note={draft.name[language === 'kk' ? 'ru' : 'kk']}
                />
              </td>
              <td className="t2">{t(`setup:kind.${draft.nomineeKind}`)}</td>
              <td className="t2">{winnersText(draft.winners, t)}</td>
              <td className="r">
                {contest.locked ? null : (
                  <OrderButtons
                    name={nameOf(draft)}
                    index={index}
                    length={rows.length}
                    isDisabled={category !== null && contest.categories.length === 1}
                    onRemove={() => {
                      if (category === null) discardNew();
                      else setRemoving(category);
                    }}
                  />
                )}
              </td>
            </Row>
          ))}
        </tbody>
      </Table>
      {contest.locked || drafts[newOne] !== undefined ? null : (
        <div className="btn-row setup-add">
          <Button
            variant="quiet"
            icon={<Plus className="ic" aria-hidden />}
            onPress={() => {
              setDraft(newOne, blank);
              setSelected(newOne);
            }}
          >
            {t('setup:categories.add')}
          </Button>
        </div>
      )}
      <SaveBar
        isDirty={Object.keys(drafts).length > 0}
        hindrance={Object.values(drafts).every(isNamed) ? null : t('setup:categories.nameMissing')}
        onSave={save}
        onDiscard={discard}
      />
      {current === undefined ? null : (
        <InPanel>
          <SidePanel
            key={current.key}
            title={nameOf(current.draft)}
            sub={current.category === null ? t('setup:categories.isNew') : t(`setup:kind.${current.draft.nomineeKind}`)}
          >
            <fieldset className="setup-form" disabled={locked}>
              <LocalTextField
                legend={t('setup:categories.name')}
                value={current.draft.name}
                rows={2}
                onChange={(name) => {
                  setDraft(current.key, { ...current.draft, name });
                }}
                error={isNamed(current.draft) ? null : t('setup:categories.nameMissing')}
              />
              <Select
                label={t('setup:categories.kind')}
                options={nomineeKinds.map((id) => ({ id, label: t(`setup:kind.${id}`) }))}
                value={current.draft.nomineeKind}
                isDisabled={locked}
                onChange={(nomineeKind) => {
                  setDraft(current.key, { ...current.draft, nomineeKind });
                }}
              />
              <WinnersFields
                winners={current.draft.winners}
                isDisabled={locked}
                onChange={(winners) => {
                  setDraft(current.key, { ...current.draft, winners });
                }}
              />
            </fieldset>
          </SidePanel>
        </InPanel>
      )}
      <ConfirmDialog
        isOpen={removing !== null}
        onClose={() => {
          setRemoving(null);
        }}
        title={t('setup:categories.removeTitle', {
          name: removing === null ? '' : inLanguage(removing.name, language),
        })}
        confirmLabel={t('common:remove')}
        cancelLabel={t('common:cancel')}
        danger
        onConfirm={() => {
          if (removing !== null) void remove(removing);
        }}
      >
        {t('setup:categories.removeNote')}
      </ConfirmDialog>
    </>
  );
}

function discardNew(): void {
  const { [newOne]: _discarded, ...rest } = useSetupDrafts.getState().categories;
  useSetupDrafts.setState({ categories: rest });
}

function isNamed({ name }: CategoryDraft): boolean {
  return [name.kk, name.ru, name.en].some((text) => text.trim() !== '');
}
