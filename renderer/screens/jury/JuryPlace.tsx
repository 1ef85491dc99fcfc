import { UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { JurorId } from '@shared/model/ids';
import { inLanguage } from '@shared/model/language';
import { Badge } from '../../components/Badge';
import { Banner } from '../../components/Banner';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { PageHead } from '../../components/PageHead';
import { Split } from '../../components/SidePanel';
import { ColumnHead, Row, Table } from '../../components/Table';
import { useLanguage, useText } from '../../i18n';
import { useSnapshot } from '../../stores/contest';
import { isSealed } from '../contest/situation';
import { useArrival } from '../contest/useArrival';
import { attendanceOf, currentJuryRound } from './attendance';
import { AttendanceBadge } from './AttendanceBadge';
import { JurorForm } from './JurorForm';
import { JurorPanel } from './JurorPanel';
import './jury.css';

type Panel = { readonly kind: 'nothing' | 'add' } | { readonly kind: 'juror' | 'edit'; readonly juror: JurorId };

export function JuryPlace() {
  const t = useText();
  const snapshot = useSnapshot();
  const { jury } = snapshot;
  const sealed = isSealed(snapshot);
  const [panel, setPanel] = useState<Panel>({ kind: 'nothing' });
  useArrival(({ juror }) => {
    if (juror !== undefined) setPanel({ kind: 'juror', juror });
  });
  const current =
    panel.kind === 'juror' || panel.kind === 'edit' ? jury.jurors.find(({ id }) => id === panel.juror) : undefined;
  const close = () => {
    setPanel({ kind: 'nothing' });
  };
  const addButton = (
    <Button
      variant={panel.kind === 'add' || panel.kind === 'edit' ? 'second' : 'primary'}
      icon={<UserPlus className="ic" aria-hidden />}
      onPress={() => {
        setPanel({ kind: 'add' });
      }}
    >
      {t('jury:add')}
    </Button>
  );
  const side =
    panel.kind === 'add' ? (
      // Jurors are written down one after the other: once one is saved the form is empty again.
      <JurorForm key={jury.jurors.length} juror={null} onSaved={() => undefined} onClose={close} />
    ) : current === undefined ? null : panel.kind === 'edit' ? (
      <JurorForm
        key={current.id}
        juror={current}
        onSaved={() => {
          setPanel({ kind: 'juror', juror: current.id });
        }}
        onClose={close}
      />
    ) : (
      <JurorPanel
        key={current.id}
        juror={current}
        onEdit={() => {
          setPanel({ kind: 'edit', juror: current.id });
        }}
        onClose={close}
      />
    );
  return (
    <Split panel={side}>
      <JuryHead actions={jury.jurors.length === 0 || sealed ? undefined : addButton} />
      {jury.jurors.length === 0 ? (
        <EmptyState title={t('jury:empty.title')} {...(sealed ? {} : { actions: addButton })}>
          {t('jury:empty.how')}
        </EmptyState>
      ) : (
        <JurorTable
          current={current?.id ?? null}
          onOpen={(juror) => {
            setPanel({ kind: 'juror', juror });
          }}
        />
      )}
    </Split>
  );
}

/** How many, whether there is a chair, and what the rules would like. */
function JuryHead({ actions }: { readonly actions: ReactNode }) {
  const t = useText();
  const { contest, jury } = useSnapshot();
  const count = jury.jurors.length;
  const { odd, defaultSize, maxSize } = contest.rules.jury;
  const remarks = [
    ...(count > 0 && !jury.jurors.some(({ chair }) => chair) ? [t('jury:hint.noChair')] : []),
    ...(odd && count > 0 && count % 2 === 0 ? [t('jury:hint.odd')] : []),
    ...(maxSize !== null && count > maxSize ? [t('jury:hint.tooMany', { max: maxSize })] : []),
  ];
  return (
    <>
      <PageHead
        title={count === 0 ? t('jury:empty.head') : t('jury:count', { count })}
        sub={t('jury:hint.size', { size: defaultSize })}
        actions={actions}
      />
      <p className="vh" role="status">
        {count === 0 ? '' : t('jury:count', { count })}
      </p>
      {remarks.length === 0 ? null : (
        <Banner tone="wait" className="jury-remarks">
          {remarks.map((remark) => (
            <p key={remark}>{remark}</p>
          ))}
        </Banner>
      )}
    </>
  );
}

function JurorTable({
  current,
  onOpen,
}: {
  readonly current: JurorId | null;
  readonly onOpen: (juror: JurorId) => void;
}) {
  const t = useText();
  const language = useLanguage();
  const snapshot = useSnapshot();
  const round = currentJuryRound(snapshot.contest);
  return (
    <div className="table-scroll">
      <Table label={t('jury:title')} twoLine>
        <thead>
          <tr>
            <ColumnHead align="right">№</ColumnHead>
            <ColumnHead>{t('jury:form.name')}</ColumnHead>
            {current === null ? <ColumnHead>{t('jury:form.contact')}</ColumnHead> : null}
            {round === null ? null : <ColumnHead>{inLanguage(round.name, language)}</ColumnHead>}
          </tr>
        </thead>
        <tbody>
          {snapshot.jury.jurors.map((juror) => (
            <Row key={juror.id} current={juror.id === current}>
              <td className="r num t3">{juror.number}</td>
              <td>
                <div className="two">
                  <button
                    type="button"
                    className="row-open"
                    onClick={() => {
                      onOpen(juror.id);
                    }}
                  >
                    {juror.name}
                  </button>{' '}
                  {juror.chair ? (
                    <Badge tone="done" icon={null}>
                      {t('jury:chair')}
                    </Badge>
                  ) : null}
                  {juror.title === '' ? null : <small>{juror.title}</small>}
                </div>
              </td>
              {current === null ? <td className="t2 small">{juror.contact}</td> : null}
              {round === null ? null : (
                <td>
                  <AttendanceBadge attendance={attendanceOf(snapshot, round, juror)} />
                </td>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
