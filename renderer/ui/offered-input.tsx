import { AutoComplete, type AutoCompleteProps, type RefSelectProps } from 'antd';
import { useRef, type KeyboardEvent, type Ref } from 'react';

export interface OfferedInputProps extends Omit<AutoCompleteProps<string>, 'options' | 'ref' | 'onSelect'> {
  /** Answers to choose from; any other may be typed. */
  readonly offers: readonly string[];
  /** Enter, with what stands in the field. */
  readonly onEnter?: () => void;
  /** An offer was chosen. */
  readonly onPick?: (offer: string) => void;
  readonly ref?: Ref<RefSelectProps>;
}

/**
 * A text field with offers below it, shown as soon as it has the keyboard: the first arrow goes to the first of them. Enter
 * takes what is typed; an offer is taken by a click, or by Enter once an arrow key went to it.
 */
export function OfferedInput({ offers, onEnter, onPick, ref, ...input }: OfferedInputProps) {
  const isChoosing = useRef(false);
  const press = (event: KeyboardEvent): void => {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    const wasChoosing = isChoosing.current;
    isChoosing.current = offers.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp');
    if (key !== 'Enter' || wasChoosing) return;
    event.stopPropagation();
    onEnter?.();
  };
  return (
    <div className="offered-input" onKeyDownCapture={press}>
      <AutoComplete
        {...input}
        {...(ref === undefined ? {} : { ref })}
        options={offers.map((value) => ({ value }))}
        defaultActiveFirstOption={false}
        showAction={['focus']}
        {...(onPick === undefined ? {} : { onSelect: (offer: string) => onPick(offer) })}
      />
    </div>
  );
}
