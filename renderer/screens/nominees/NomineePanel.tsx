import { Ban, Pencil, RotateCcw } from 'lucide-react';
import { useState, type Ref } from 'react';
import { showDay } from '@shared/domain/dates';
import { fingerprintText } from '@shared/domain/fingerprint';
import { formatOrdinal } from '@shared/domain/format';
import { nameFieldId } from '@shared/domain/import/columns';
import { showPhone } from '@shared/domain/phone';
import type { Field } from '@shared/model/category';
import { inLanguage } from '@shared/model/language';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { ConfirmDialog } from '../../components/Dialog';
import { Select } from '../../components/Select';
import { SidePanel } from '../../components/SidePanel';
import { useLanguage, useText } from '../../i18n';
import { regionName } from '../../reference';
import { useSnapshot } from '../../stores/contest';
import { isSealed } from '../contest/situation';
import { Attachments } from './Attachments';
import type { NomineeRow } from './rows';
import { StateBadge } from './StateBadge';
import { useAttaching } from './useAttaching';
import { useNomineeActions } from './useNomineeActions';
import { fieldLabel } from './words';

export interface NomineePanelProps {
  readonly row: NomineeRow;
  /** The technical check is open: the nominee can be admitted or refused here. */
  readonly isChecking: boolean;
  readonly panelRef: Ref<HTMLElement>;
  readonly onEdit: () => void;
  readonly onClose: () => void;
  /** Admitted or refused: the next one may be shown. */
  readonly onChecked: () => void;
}

/** One nominee with everything that was sent in, and what can be decided about it. */
export function NomineePanel({ row, isChecking, panelRef, onEdit, onClose, onChecked }: NomineePanelProps) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const { contest } = snapshot;
  const sealed = isSealed(snapshot);
  const act = useNomineeActions();
  const { nominee, category, entry, state } = row;
  const canCheck = isChecking && entry !== null && state !== 'withdrawn';
  const number = formatOrdinal(nominee.number, language);
  const attaching = useAttaching(nominee.id);
  return (
    <SidePanel
      reading
      panelRef={panelRef}
      title={nominee.name}
      sub={category === null ? number : `${number} · ${inLanguage(category.name, language)}`}
      closeLabel={t('common:close')}
      onClose={onClose}
      onFiles={(files) => void attaching.take(files)}
      {...(sealed
        ? {}
        : {
            foot: (
              <>
                <Button variant="quiet" icon={<Pencil className="ic" aria-hidden />} onPress={onEdit}>
                  {t('nominees:edit')}
                </Button>
                <WithdrawOrRestore row={row} />
                {canCheck ? <CheckButtons row={row} onChecked={onChecked} /> : null}
              </>
            ),
          })}
    >
      <div className="nominee-facts">
        <StateBadge row={row} />
        {nominee.withdrawn === null ? null : (
          <Banner tone="wrong" announce={false}>
            {t('nominees:withdrawn.because', { reason: nominee.withdrawn.reason })}
          </Banner>
        )}
        {state === 'refused' && entry !== null ? (
          <Banner tone="wrong" announce={false}>
            {t('nominees:refused.because', { reason: entry.checkReason })}
          </Banner>
        ) : null}
        {nominee.flags.length === 0 ? null : (
          <Banner tone="wait">
            <ul className="nominee-flags">
              {nominee.flags.map((flag) => (
                <li key={flag}>{t(`nominees:issue.${flag}`)}</li>
              ))}
            </ul>
          </Banner>
        )}
        {category === null && nominee.withdrawn === null && !sealed ? (
          <Select
            label={t('nominees:assign.label')}
            help={t('nominees:assign.help')}
            emptyLabel={t('nominees:assign.empty')}
            options={contest.categories.map(({ id, name }) => ({ id: String(id), label: inLanguage(name, language) }))}
            value={null}
            onChange={(id) => {
              const chosen = contest.categories.find((one) => String(one.id) === id);
              if (chosen !== undefined) void act.assign(row, chosen.id);
            }}
          />
        ) : null}
        <FieldList row={row} />
        <CameFrom row={row} />
        <Attachments nominee={nominee} attaching={attaching} />
      </div>
    </SidePanel>
  );
}

function FieldList({ row: { nominee, category } }: { readonly row: NomineeRow }) {
  const t = useText();
  const language = useLanguage();
  const { contest } = useSnapshot();
  const named = category === null ? '' : nameFieldId(category);
  const fields: readonly Pick<Field, 'id' | 'type' | 'pii'>[] =
    category?.fields.filter((field) => field.id !== named && field.type !== 'files') ?? [];
  const known = new Set(fields.map(({ id }) => id));
  // Values that the category has no field for (it was changed later) are not hidden.
  const others = Object.keys(nominee.fields).filter((id) => !known.has(id));
  return (
    <dl className="facts">
      {[...fields, ...others.map((id) => ({ id, type: 'text', pii: false }) as const)].map((field) => {
        const value = nominee.fields[field.id] ?? '';
        return (
          <div key={field.id}>
            <dt>{fieldLabel(contest, field.id, t, language)}</dt>
            <dd>{value === '' ? <span className="t3">{t('nominees:notGiven')}</span> : shown(field, value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The region's results file that brought the nominee, by what it is known by. */
function CameFrom({ row: { nominee } }: { readonly row: NomineeRow }) {
  const t = useText();
  const language = useLanguage();
  const { people } = useSnapshot();
  const file = people.regional.findLast(({ nominees }) => nominees.includes(nominee.id));
  if (file === undefined) return null;
  return (
    <dl className="facts">
      <div>
        <dt>{t('nominees:region.cameFrom')}</dt>
        <dd>
          {regionName(file.region, language)} · {file.fileName}
        </dd>
      </div>
      <div>
        <dt>{t('nominees:region.fingerprint')}</dt>
        <dd className="num">{fingerprintText(file.fingerprint)}</dd>
      </div>
    </dl>
  );
}

function shown({ type }: Pick<Field, 'type'>, value: string): string {
  if (type === 'date') return showDay(value);
  return type === 'phone' ? showPhone(value) : value;
}

function CheckButtons({ row, onChecked }: { readonly row: NomineeRow; readonly onChecked: () => void }) {
  const t = useText();
  const act = useNomineeActions();
  const [isRefusing, setRefusing] = useState(false);
  const { entry, state, nominee } = row;
  if (entry === null) return null;
  const admit = async () => {
    if (await act.admit(row)) onChecked();
  };
  const refuse = async (reason: string) => {
    const done = await act.refuse(row, reason);
    setRefusing(false);
    if (done) onChecked();
  };
  return (
    <div className="btn-row panel-decide">
      {state === 'pending' ? null : (
        <Button icon={<RotateCcw className="ic" aria-hidden />} onPress={() => void act.reset(row)}>
          {t('nominees:check.reset')}
        </Button>
      )}
      {state === 'refused' ? null : (
        <Button
          onPress={() => {
            setRefusing(true);
          }}
        >
          {t('nominees:check.refuse')}
        </Button>
      )}
      {state === 'admitted' ? null : (
        <Button variant="primary" onPress={() => void admit()}>
          {t('nominees:check.admit')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isRefusing}
        onClose={() => {
          setRefusing(false);
        }}
        title={t('nominees:refuse.title', { name: nominee.name })}
        confirmLabel={t('nominees:check.refuse')}
        cancelLabel={t('common:cancel')}
        onConfirm={(reason) => void refuse(reason)}
        reason={{
          label: t('common:reason.label'),
          help: t('common:reason.help'),
          missing: t('common:reason.missing'),
        }}
      >
        {t('nominees:refuse.note')}
      </ConfirmDialog>
    </div>
  );
}

function WithdrawOrRestore({ row }: { readonly row: NomineeRow }) {
  const t = useText();
  const act = useNomineeActions();
  const [isAsking, setAsking] = useState(false);
  const { nominee } = row;
  const { locked } = useSnapshot().contest;
  if (nominee.withdrawn !== null) {
    return (
      <Button variant="quiet" icon={<RotateCcw className="ic" aria-hidden />} onPress={() => void act.restore(nominee)}>
        {t('nominees:restore')}
      </Button>
    );
  }
  const withdraw = async (reason: string) => {
    await act.withdraw(nominee, reason);
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={<Ban className="ic" aria-hidden />}
        onPress={() => {
          setAsking(true);
        }}
      >
        {t('nominees:withdraw.button')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('nominees:withdraw.title', { name: nominee.name })}
        confirmLabel={t('nominees:withdraw.button')}
        cancelLabel={t('common:cancel')}
        onConfirm={(reason) => void withdraw(reason)}
        danger
        reason={{
          label: t('common:reason.label'),
          help: t('common:reason.help'),
          missing: t('common:reason.missing'),
        }}
      >
        {t('nominees:withdraw.note')}
        {locked ? ` ${t('nominees:withdraw.issued')}` : null}
      </ConfirmDialog>
    </>
  );
}
