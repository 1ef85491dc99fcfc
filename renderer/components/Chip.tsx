import type { ReactNode } from 'react';
import { ChevronDown, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { MenuPopover, type MenuEntry } from './Menu';

export interface ChipProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** A filter that is on or off. */
export function Chip({ children, isSelected, onChange }: ChipProps) {
  return (
    <ToggleButton className="chip" isSelected={isSelected} onChange={onChange}>
      {children}
      {isSelected ? <X className="ic" aria-hidden /> : null}
    </ToggleButton>
  );
}

export interface ChipMenuProps<Id extends string> {
  /** Name of the filter while nothing is chosen: «University». */
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  /** The first item, which takes the filter off: «Any university». */
  readonly anyLabel: string;
}

/** A filter with one value out of a list; shows the value while it is on. */
export function ChipMenu<Id extends string>({ label, options, value, onChange, anyLabel }: ChipMenuProps<Id>) {
  const chosen = options.find((option) => option.id === value);
  const entries: readonly MenuEntry[] = [
    { id: 'any', label: anyLabel, onAction: () => onChange(null) },
    { id: 'line', separator: true },
    ...options.map((option) => ({ id: `is-${option.id}`, label: option.label, onAction: () => onChange(option.id) })),
  ];
  return (
    <MenuPopover label={label} entries={entries}>
      <AriaButton
        className={chosen === undefined ? 'chip' : 'chip on'}
        {...(chosen === undefined ? {} : { 'aria-label': `${label}: ${chosen.label}` })}
      >
        {chosen?.label ?? label}
        <ChevronDown className="ic" aria-hidden />
      </AriaButton>
    </MenuPopover>
  );
}
