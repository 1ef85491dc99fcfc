import { Button as AriaButton } from 'react-aria-components/Button';

/** Opens a row in the panel: the name is what is pressed, so that keyboards and screen readers find it. */
export function RowButton({
  title,
  note,
  isSelected,
  onPress,
}: {
  readonly title: string;
  readonly note?: string;
  readonly isSelected: boolean;
  readonly onPress: () => void;
}) {
  return (
    <AriaButton className="row-button two" onPress={onPress} aria-pressed={isSelected}>
      <b>{title}</b>
      {note === undefined || note === '' || note === title ? null : <small>{note}</small>}
    </AriaButton>
  );
}
