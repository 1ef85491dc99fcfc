import { BookOpen, Info, Keyboard, LogOut, Menu as MenuIcon, Redo2, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { inLanguage } from '@shared/model/language';
import { Button, IconButton } from '../../components/Button';
import { Mark } from '../../components/Mark';
import { MenuPopover, type MenuEntry } from '../../components/Menu';
import { Saved } from '../../components/Saved';
import { Segmented } from '../../components/Segmented';
import { useLanguage, useText } from '../../i18n';
import { useBallot, useBallotText, useRemaining } from '../../stores/ballot';
import { useSession } from '../../stores/session';
import { useLockMenu } from '../lock/lockMenu';
import { usePreferenceMenu } from '../preferenceMenu';
import { contestName, savedTime } from './words';

interface JurorBarProps {
  readonly onSubmit: () => void;
  readonly onShowKeys: () => void;
}

/** The juror has no navigation: one bar says whose ballot this is, that it is saved, what is left, and hands it in. */
export function JurorBar({ onSubmit, onShowKeys }: JurorBarProps) {
  const t = useText();
  const language = useLanguage();
  const { contest, juror, categories, entries } = useBallotText();
  const view = useBallot((s) => s.view);
  const show = useBallot((s) => s.show);
  const editable = useBallot((s) => s.editable);
  const entry = useBallot((s) => s.place?.entry ?? null);
  const categoryNow = entries.find((e) => e.id === Number(entry))?.category;
  const category = categories.find((c) => c.id === categoryNow) ?? categories[0];
  const isMarking = view === 'nominee' || view === 'table';
  return (
    <header className="bar no-print">
      <Mark size={24} />
      <div className="bar-who">
        <b>{contestName(contest, language)}</b>
        <span>
          {category === undefined ? '' : `${inLanguage(category.name, language)} · `}
          {t(juror.chair ? 'juror:bar.chair' : 'juror:bar.juror', { name: juror.name })}
        </span>
      </div>
      <div className="bar-end">
        {/* There from the beginning: a region that comes together with its words is not read. */}
        <span role="status" className="bar-saved">
          <SavedState />
        </span>
        {isMarking ? (
          <>
            <Remaining />
            <Segmented
              label={t('juror:view.label')}
              value={view}
              segments={[
                { id: 'nominee', label: t('juror:view.nominee') },
                { id: 'table', label: t('juror:view.table') },
              ]}
              onChange={show}
            />
            {editable ? (
              <Button onPress={onSubmit} className="juror-submit">
                {t('juror:submit.open')}
              </Button>
            ) : (
              <Button onPress={() => show('receipt')} className="juror-submit">
                {t('juror:receipt.open')}
              </Button>
            )}
          </>
        ) : null}
        <JurorMenu onShowKeys={onShowKeys} />
      </div>
    </header>
  );
}

/** What is missing, one press away. */
function Remaining() {
  const t = useText();
  const remaining = useRemaining();
  const editable = useBallot((s) => s.editable);
  const goToFirstOpen = useBallot((s) => s.goToFirstOpen);
  if (!editable || remaining === 0) return null;
  return (
    <Button
      variant="quiet"
      size="small"
      className="juror-remaining"
      aria-label={t('juror:bar.toFirstBlank', { remaining })}
      onPress={goToFirstOpen}
    >
      {t('juror:bar.remaining', { remaining })}
    </Button>
  );
}

function SavedState() {
  const t = useText();
  const savedAt = useBallot((s) => s.savedAt);
  const unsaved = useBallot((s) => s.unsaved);
  const isSlow = useLasting(useBallot((s) => s.waiting > 0));
  if (unsaved) return <Saved state="failed">{t('juror:saved.failed')}</Saved>;
  if (isSlow) return <Saved state="saving">{t('juror:saved.saving')}</Saved>;
  if (savedAt === null) return null;
  return <Saved state="saved">{t('juror:saved.at', { time: savedTime(savedAt) })}</Saved>;
}

/** A save takes a few milliseconds; only one that takes long is worth a word. */
function useLasting(isOn: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLasts(true), 400);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isOn]);
  return isOn && lasts;
}

function JurorMenu({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const t = useText();
  const preferences = usePreferenceMenu();
  const lock = useLockMenu();
  const show = useBallot((s) => s.show);
  const undo = useBallot((s) => s.undo);
  const redo = useBallot((s) => s.redo);
  const close = useBallot((s) => s.close);
  const canUndo = useBallot((s) => s.canUndo);
  const canRedo = useBallot((s) => s.canRedo);
  const entries: readonly MenuEntry[] = [
    {
      id: 'undo',
      label: t('juror:keys.undo'),
      icon: <Undo2 className="ic" aria-hidden />,
      keys: ['Ctrl', 'Z'],
      isDisabled: !canUndo,
      onAction: () => void undo(),
    },
    {
      id: 'redo',
      label: t('juror:keys.redo'),
      icon: <Redo2 className="ic" aria-hidden />,
      keys: ['Ctrl', 'Y'],
      isDisabled: !canRedo,
      onAction: () => void redo(),
    },
    { id: 'line-help', separator: true },
    {
      id: 'instructions',
      label: t('juror:instructions.open'),
      icon: <BookOpen className="ic" aria-hidden />,
      onAction: () => show('instructions'),
    },
    {
      id: 'keys',
      label: t('juror:keys.all'),
      icon: <Keyboard className="ic" aria-hidden />,
      keys: ['?'],
      onAction: onShowKeys,
    },
    {
      id: 'about',
      label: t('menu:help.about'),
      icon: <Info className="ic" aria-hidden />,
      onAction: () => useSession.setState({ dialog: 'about' }),
    },
    { id: 'line-preferences', separator: true },
    ...preferences,
    { id: 'line-close', separator: true },
    ...lock,
    {
      id: 'close',
      label: t('juror:close'),
      icon: <LogOut className="ic" aria-hidden />,
      onAction: () => void close(),
    },
  ];
  return (
    <MenuPopover label={t('juror:bar.menu')} entries={entries} placement="bottom end">
      <IconButton aria-label={t('juror:bar.menu')}>
        <MenuIcon className="ic" aria-hidden />
      </IconButton>
    </MenuPopover>
  );
}
