import type { ReactNode } from 'react';
import { ChevronsUpDown, Menu as MenuIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Button } from './Button';
import { classes } from './classes';
import { Mark } from './Mark';
import { MenuPopover, type MenuEntry } from './Menu';

export interface NavItem<Place extends string> {
  readonly id: Place;
  readonly label: string;
  readonly icon: ReactNode;
  readonly count?: string | number;
  /** The count is something that waits for somebody: clay. `waitLabel` says so in words. */
  readonly waitLabel?: string;
  readonly isDisabled?: boolean;
}
export interface NavGroup<Place extends string> {
  readonly id: string;
  /** Left out for the first group. */
  readonly title?: string;
  readonly items: readonly NavItem<Place>[];
}

export interface NavProps<Place extends string> {
  readonly label: string;
  readonly contest: { readonly name: string; readonly stage: string };
  /** What the name of the contest opens: other files, languages, close. */
  readonly contestMenu: readonly MenuEntry[];
  readonly groups: readonly NavGroup<Place>[];
  readonly current: Place;
  readonly onGo: (place: Place) => void;
  /** Where the data is: lines of icon and words. */
  readonly foot?: ReactNode;
}

/** The secretary's navigation; under 56 rem it is one row with a menu. */
export function Nav<Place extends string>(props: NavProps<Place>) {
  const { label, contest, contestMenu, groups, current, onGo, foot } = props;
  const here = groups.flatMap((group) => group.items).find((item) => item.id === current);
  return (
    <nav className="nav" aria-label={label}>
      <MenuPopover label={contest.name} entries={contestMenu}>
        <AriaButton className="nav-contest">
          <Mark size={28} />
          <b>{contest.name}</b>
          <small>{contest.stage}</small>
          <ChevronsUpDown className="ic" aria-hidden />
        </AriaButton>
      </MenuPopover>
      <div className="nav-list">
        {groups.map((group) => (
          <section key={group.id} {...(group.title === undefined ? {} : { 'aria-label': group.title })}>
            {group.title === undefined ? null : <h2>{group.title}</h2>}
            {group.items.map((item) => (
              <NavButton key={item.id} item={item} isCurrent={item.id === current} onGo={onGo} />
            ))}
          </section>
        ))}
      </div>
      {foot === undefined ? null : <div className="nav-foot">{foot}</div>}
      <MenuPopover label={label} entries={groups.flatMap((group) => foldedGroup(group, onGo))} placement="bottom end">
        <Button className="nav-menu" size="small" icon={<MenuIcon className="ic" aria-hidden />}>
          {here?.label ?? label}
        </Button>
      </MenuPopover>
    </nav>
  );
}

function NavButton<Place extends string>({
  item,
  isCurrent,
  onGo,
}: {
  readonly item: NavItem<Place>;
  readonly isCurrent: boolean;
  readonly onGo: (place: Place) => void;
}) {
  return (
    <AriaButton
      className="nav-item"
      isDisabled={item.isDisabled ?? false}
      onPress={() => onGo(item.id)}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
    >
      {item.icon}
      <span>{item.label}</span>
      {item.count === undefined ? null : (
        <span className={classes('nav-count', item.waitLabel !== undefined && 'wait')}>
          {item.count}
          {item.waitLabel === undefined ? null : <span className="vh"> {item.waitLabel}</span>}
        </span>
      )}
    </AriaButton>
  );
}

function foldedGroup<Place extends string>(group: NavGroup<Place>, onGo: (place: Place) => void): MenuEntry[] {
  const actions = group.items.map((item) => ({
    id: item.id,
    label: item.label,
    icon: item.icon,
    isDisabled: item.isDisabled ?? false,
    onAction: () => onGo(item.id),
  }));
  return group.title === undefined ? actions : [{ id: group.id, title: group.title, actions }];
}

export interface AppFrameProps {
  readonly nav: ReactNode;
  readonly skipLabel: string;
  readonly children: ReactNode;
}

/** Navigation at left, the work at right. The first Tab offers to skip the navigation. */
export function AppFrame({ nav, skipLabel, children }: AppFrameProps) {
  return (
    <div className="app">
      <a className="skip" href="#main">
        {skipLabel}
      </a>
      {nav}
      <main className="app-main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
