import type { Ref } from 'react';
import { Search, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField';
import { classes } from './classes';

export interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  'children' | 'className' | 'style' | 'aria-label'
> {
  /** Both the name of the field and what can be looked for: «Name, university or number». */
  readonly label: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** Looks through the list below it. Escape empties it. The one place where the label stands inside the field. */
export function SearchField({ label, inputRef, className, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className={classes('field', className)}>
      {({ isEmpty }) => (
        <Group className="input input-box input-sm">
          <Search className="ic" aria-hidden />
          <Input placeholder={label} ref={inputRef ?? null} />
          {isEmpty ? null : (
            <AriaButton className="btn btn-icon btn-quiet btn-sm">
              <X className="ic" aria-hidden />
            </AriaButton>
          )}
        </Group>
      )}
    </AriaSearchField>
  );
}
