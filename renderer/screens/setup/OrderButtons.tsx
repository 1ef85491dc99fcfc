import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { IconButton } from '../../components/Button';
import { useText } from '../../i18n';

/** Moves one item of a list, or takes it out; every button says of which item it speaks. */
export function OrderButtons({
  name,
  index,
  length,
  onMove,
  onRemove,
  isDisabled = false,
}: {
  readonly name: string;
  readonly index: number;
  readonly length: number;
  readonly onMove?: (to: number) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly isDisabled?: boolean;
}) {
  const t = useText();
  return (
    <span className="order-buttons">
      {onMove === undefined ? null : (
        <span className="order-moves">
          <IconButton
            size="small"
            aria-label={t('setup:moveUp', { name })}
            isDisabled={isDisabled || index === 0}
            onPress={() => {
              onMove(index - 1);
            }}
          >
            <ArrowUp className="ic" aria-hidden />
          </IconButton>
          <IconButton
            size="small"
            aria-label={t('setup:moveDown', { name })}
            isDisabled={isDisabled || index === length - 1}
            onPress={() => {
              onMove(index + 1);
            }}
          >
            <ArrowDown className="ic" aria-hidden />
          </IconButton>
        </span>
      )}
      {onRemove === undefined ? null : (
        <IconButton
          size="small"
          aria-label={t('setup:removeItem', { name })}
          isDisabled={isDisabled}
          onPress={onRemove}
        >
          <Trash2 className="ic" aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

/** The list with the item at `from` put at `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}
