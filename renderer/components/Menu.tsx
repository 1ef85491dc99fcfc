import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu';
import { Keys } from './KeyHints';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Key caps at the end of the line: ['Ctrl', 'Z']. */
  readonly keys?: readonly string[];
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
}
export interface MenuLine {
  readonly id: string;
  readonly separator: true;
}
export interface MenuGroup {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly MenuAction[];
}
export type MenuEntry = MenuAction | MenuLine | MenuGroup;

export interface MenuPopoverProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A menu under its button. Arrows, Home, End, letters, Escape. */
export function MenuPopover({ label, entries, placement = 'bottom start', children }: MenuPopoverProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="pop" placement={placement}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

export function MenuList({ label, entries }: Pick<MenuPopoverProps, 'label' | 'entries'>) {
  return (
    <AriaMenu className="menu" aria-label={label}>
      {entries.map((entry) => {
        if ('separator' in entry) return <Separator key={entry.id} className="menu-line" />;
        if ('actions' in entry) {
          return (
            <MenuSection key={entry.id}>
              <Header className="menu-head">{entry.title}</Header>
              {entry.actions.map(menuItem)}
            </MenuSection>
          );
        }
        return menuItem(entry);
      })}
    </AriaMenu>
  );
}

function menuItem(action: MenuAction): ReactElement {
  return (
    <MenuItem
      key={action.id}
      id={action.id}
      textValue={action.label}
      className={action.danger === true ? 'menu-item danger' : 'menu-item'}
      isDisabled={action.isDisabled ?? false}
      onAction={action.onAction}
    >
      {action.icon}
      <span>{action.label}</span>
      {action.keys === undefined ? null : <Keys keys={action.keys} />}
    </MenuItem>
  );
}
