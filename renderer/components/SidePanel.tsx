import { useId, type ReactNode, type Ref } from 'react';
import { X } from 'lucide-react';
import { IconButton } from './Button';
import { classes } from './classes';
import { useFileDrop } from './useFileDrop';

export interface SidePanelProps {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Mostly words: the body takes the focus itself, so that the keyboard can scroll it. */
  readonly reading?: boolean;
  readonly closeLabel?: string;
  readonly onClose?: () => void;
  /** For leading the focus here: the panel itself can be focused by code. */
  readonly panelRef?: Ref<HTMLElement>;
  /** Files dropped anywhere on the panel; a button inside must do the same for everybody who does not drag. */
  readonly onFiles?: (files: readonly File[]) => void;
}

/** Explains the chosen thing beside it; under 56 rem it stands below. Place it second inside <Split>. */
export function SidePanel({
  title,
  sub,
  children,
  foot,
  closeLabel,
  onClose,
  panelRef,
  reading = false,
  onFiles,
}: SidePanelProps) {
  const id = useId();
  const drop = useFileDrop(onFiles);
  return (
    <aside className="panel" aria-labelledby={id} ref={panelRef ?? null} tabIndex={-1} {...drop}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {sub === undefined ? null : <p>{sub}</p>}
        </div>
        {onClose === undefined || closeLabel === undefined ? null : (
          <IconButton aria-label={closeLabel} onPress={onClose}>
            <X className="ic" aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="panel-body" {...(reading ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}>
        {children}
      </div>
      {foot === undefined ? null : <div className="panel-foot">{foot}</div>}
    </aside>
  );
}

/**
 * A page with a panel: the work scrolls at left, the panel at right. A page that never has one is `<div className="page">`;
 * where the panel comes and goes it is null, so that the work beside it keeps its place and focus.
 */
export function Split({
  children,
  panel,
  wide = false,
}: {
  readonly children: ReactNode;
  /** Null while there is nothing to explain: the work takes the whole width and stays mounted. */
  readonly panel: ReactNode;
  /** A wider panel, for comparing. */
  readonly wide?: boolean;
}) {
  return (
    <div className={classes('split', wide && 'split-wide', panel === null && 'split-alone')}>
      <div className="split-main">{children}</div>
      {panel}
    </div>
  );
}
