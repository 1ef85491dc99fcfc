import type { ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { Button } from '../../components/Button';
import { classes } from '../../components/classes';
import { Mark } from '../../components/Mark';
import { useText } from '../../i18n';
import { useSession } from '../../stores/session';
import { LastFailure } from '../FailureBanner';
import { OfferedFiles } from '../OfferedFiles';
import { LanguageSwitch } from '../preferenceMenu';
import './start.css';

/** A step before a contest is open: a bar with the way back, then one column. */
export function Stand({
  title,
  sub,
  narrow = false,
  back = true,
  children,
}: {
  readonly title: string;
  readonly sub?: string;
  readonly narrow?: boolean;
  readonly back?: boolean;
  readonly children: ReactNode;
}) {
  const t = useText();
  const go = useSession((s) => s.go);
  return (
    <div className="stand">
      <header className="bar no-print">
        <Mark size={24} />
        <div className="bar-who">
          <b>{t('common:app')}</b>
        </div>
        <div className="bar-end">
          <LanguageSwitch />
        </div>
      </header>
      <main className={classes('stand-body', narrow && 'stand-narrow')}>
        {back ? (
          <div className="btn-row no-print">
            <Button
              variant="quiet"
              size="small"
              icon={<ArrowLeft className="ic" aria-hidden />}
              onPress={() => {
                go({ name: 'start' });
              }}
            >
              {t('start:toStart')}
            </Button>
          </div>
        ) : null}
        <div>
          <h1>{title}</h1>
          {sub === undefined ? null : <p className="sub">{sub}</p>}
        </div>
        <LastFailure />
        <OfferedFiles />
        {children}
      </main>
    </div>
  );
}
