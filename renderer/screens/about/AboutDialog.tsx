import { useEffect, useState } from 'react';
import type { About, BundledPackage } from '@shared/model/about';
import { api } from '../../api';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Mark } from '../../components/Mark';
import { toast } from '../../components/Toast';
import { useText } from '../../i18n';
import { report, useSession } from '../../stores/session';
import './about.css';

interface Facts extends About {
  readonly sqlite: string;
}

/** What the program is, what it is made of and on whose terms; the versions are to be copied for whoever helps. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const version = useSession((s) => s.version);
  const facts = useFacts();
  const rows = [
    [t('about:program'), version],
    ['Electron', facts?.electron ?? ''],
    ['Chromium', facts?.chromium ?? ''],
    ['Node.js', facts?.node ?? ''],
    [t('about:database'), facts?.sqlite ?? ''],
    [t('about:system'), facts?.system ?? ''],
  ] as const;
  const copy = async () => {
    const text = rows.map(([what, value]) => `${what}: ${value}`).join('\n');
    if (report(await api.call('app.copyText', { text })).ok) toast({ text: t('about:copied') });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('about:title')}
      wide
      actions={
        <>
          <Button variant="quiet" onPress={() => void api.call('app.showLog', {}).then(report)}>
            {t('about:showLog')}
          </Button>
          <Button isDisabled={facts === null} onPress={() => void copy()}>
            {t('about:copy')}
          </Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className="about">
        <div className="about-head">
          <Mark size={40} />
          <p>{t('about:motto')}</p>
        </div>
        <dl className="about-facts">
          {rows.map(([what, value]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
          <div>
            <dt>{t('about:licence')}</dt>
            <dd>{t('about:licenceText')}</dd>
          </div>
        </dl>
        {facts === null ? null : <Packages packages={facts.packages} />}
      </div>
    </Dialog>
  );
}

function Packages({ packages }: { readonly packages: readonly BundledPackage[] }) {
  const t = useText();
  return (
    <section aria-labelledby="about-packages">
      <h3 id="about-packages">{t('about:packages')}</h3>
      <p className="small t2">{t('about:packagesNote', { count: packages.length })}</p>
      <ul className="about-packages">
        {packages.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                <span>{name}</span> <span className="num t2">{version}</span> <span className="t2">{licence}</span>
              </summary>
              <pre lang="en">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useFacts(): Facts | null {
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    void Promise.all([api.call('app.about', {}), api.call('start.engine', {})]).then(([about, engine]) => {
      report(engine);
      // A desk that has stopped does not keep the rest from being told.
      if (report(about).ok && about.ok) setFacts({ ...about.value, sqlite: engine.ok ? engine.value.sqlite : '' });
    });
  }, []);
  return facts;
}
