import { CircleAlert, Columns2, Copy, Hourglass, RotateCcw } from 'lucide-react';
import { dayOf, formatDay, formatRecent } from '@shared/domain/format';
import type { JurorId } from '@shared/model/ids';
import { api } from '../../api';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { ColumnHead, Row, Table, TwoLines } from '../../components/Table';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { report } from '../../stores/session';
import { useSnapshot } from '../../stores/contest';
import { isSealed } from '../contest/situation';
import { AttendanceBadge } from '../jury/AttendanceBadge';
import { counts, type Sheet } from './sheets';

export interface SheetTableProps {
  readonly sheets: readonly Sheet[];
  readonly current: JurorId | null;
  /** The round is open: ballots can be issued again. */
  readonly isOpen: boolean;
  readonly narrow: boolean;
  readonly onAgain: (juror: JurorId) => void;
  readonly onChoose: (sheet: Sheet) => void;
  readonly onCompare: (sheet: Sheet) => void;
}

/** A juror's ballot, its code, and how far it has come. */
export function SheetTable({ sheets, current, isOpen, narrow, onAgain, onChoose, onCompare }: SheetTableProps) {
  const t = useText();
  const sealed = isSealed(useSnapshot());
  const copy = async (name: string, code: string) => {
    if (report(await api.call('app.copyText', { text: code })).ok) toast({ text: t('ballots:codeCopied', { name }) });
  };
  return (
    <div className="table-scroll">
      <Table label={t('ballots:title')} twoLine>
        <thead>
          <tr>
            <ColumnHead>{t('ballots:column.juror')}</ColumnHead>
            <ColumnHead>{t('ballots:column.state')}</ColumnHead>
            <ColumnHead>{t('ballots:column.code')}</ColumnHead>
            {narrow ? null : (
              <ColumnHead align="right">
                <span className="vh">{t('ballots:column.actions')}</span>
              </ColumnHead>
            )}
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => {
            const { juror, issued, choice } = sheet;
            return (
              <Row key={juror.id} current={juror.id === current}>
                <td>
                  <TwoLines title={juror.name} note={narrow ? null : issued?.fileName} />
                </td>
                <td>
                  <SheetState sheet={sheet} onCompare={onCompare} />
                </td>
                <td>
                  {issued === null || !counts(sheet) ? null : (
                    <span className="sheet-code">
                      <code>{issued.code}</code>
                      {narrow ? null : (
                        <Button
                          variant="quiet"
                          size="small"
                          icon={<Copy className="ic" aria-hidden />}
                          aria-label={`${t('ballots:copy')}: ${juror.name}`}
                          onPress={() => void copy(juror.name, issued.code)}
                        >
                          {t('ballots:copy')}
                        </Button>
                      )}
                    </span>
                  )}
                </td>
                {narrow ? null : (
                  <td className="r">
                    {choice !== null && !sealed ? (
                      <Button
                        size="small"
                        aria-label={`${t('ballots:choice.button')}: ${juror.name}`}
                        onPress={() => {
                          onChoose(sheet);
                        }}
                      >
                        {t('ballots:choice.button')}
                      </Button>
                    ) : issued !== null && isOpen && counts(sheet) ? (
                      <Button
                        variant="quiet"
                        size="small"
                        icon={<RotateCcw className="ic" aria-hidden />}
                        aria-label={`${t('ballots:again')}: ${juror.name}`}
                        onPress={() => {
                          onAgain(juror.id);
                        }}
                      >
                        {t('ballots:again')}
                      </Button>
                    ) : null}
                  </td>
                )}
              </Row>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

function SheetState({ sheet, onCompare }: { readonly sheet: Sheet; readonly onCompare: (sheet: Sheet) => void }) {
  const t = useText();
  const { juror, attendance, issued } = sheet;
  if (!counts(sheet)) return <AttendanceBadge attendance={attendance} />;
  if (issued === null) {
    return (
      <Badge tone="wait" icon={<Hourglass className="ic" aria-hidden />}>
        {t('ballots:state.notIssued')}
      </Badge>
    );
  }
  if (issued.stale) {
    return (
      <Badge tone="wait" icon={<CircleAlert className="ic" aria-hidden />}>
        {t('ballots:state.stale')}
      </Badge>
    );
  }
  switch (issued.state) {
    case 'conflict':
      return (
        <Badge tone="wrong" icon={<CircleAlert className="ic" aria-hidden />}>
          {t('ballots:state.conflict')}
        </Badge>
      );
    case 'out':
      return (
        <Badge icon={<Hourglass className="ic" aria-hidden />}>
          {t('ballots:state.out', { day: formatDay(dayOf(new Date(issued.issuedAt))) })}
        </Badge>
      );
    case 'returned': {
      const when = issued.returnedAt === null ? '' : formatRecent(new Date(issued.returnedAt), new Date());
      return (
        <div className="two">
          <Badge tone="calm">{t('ballots:state.returned', { when })}</Badge>
          {issued.sequence === null || issued.sequence < 2 ? null : (
            <small>{t('ballots:state.sequence', { number: issued.sequence })}</small>
          )}
          {issued.previous === null ? null : (
            <Button
              variant="quiet"
              size="small"
              icon={<Columns2 className="ic" aria-hidden />}
              aria-label={`${t('ballots:change.open')}: ${juror.name}`}
              onPress={() => {
                onCompare(sheet);
              }}
            >
              {t('ballots:change.open')}
            </Button>
          )}
          {issued.gaps.length === 0 ? null : (
            <small className="t-wait">{t('ballots:state.gaps', { numbers: issued.gaps.join(', ') })}</small>
          )}
        </div>
      );
    }
  }
}
