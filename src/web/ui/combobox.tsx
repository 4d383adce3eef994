import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';

export interface Option { readonly id: string; readonly title: string; readonly note?: string | undefined; }

export interface ComboboxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly options: readonly Option[];
  readonly onPick: (option: Option) => void;
  /** Said in the list when there is nothing to pick: 没有找到. */
  readonly say?: ReactNode;
  /** Enter without a marked option. */
  readonly onEnter?: () => void;
  readonly input: { readonly id?: string; readonly placeholder?: string; readonly label?: string; readonly 'aria-describedby'?: string | undefined; readonly 'aria-invalid'?: true | undefined; readonly 'aria-required'?: true | undefined };
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Shows what there is to pick before anything is typed. */
  readonly whenEmpty?: boolean;
  /** Marks the first option as soon as there is one. */
  readonly eager?: boolean;
}

/** A text field with suggestions below it (ARIA combobox). Arrow keys mark, Enter picks, Esc closes; keys of an input method are left to it. */
export function Combobox({ text, onText, options, onPick, say, onEnter, input, inputRef, eager = true, whenEmpty = false }: ComboboxProps) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(eager ? 0 : -1);
  const shown = open && (text !== '' || whenEmpty) && (options.length > 0 || say !== undefined);
  const marked = shown ? options[Math.min(at, options.length - 1)] : undefined;
  const { label, ...rest } = input;
  const mark = (to: number) => {
    const next = options.length === 0 ? -1 : (to + options.length) % options.length;
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const pick = (option: Option) => { setOpen(false); onPick(option); };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      mark(event.key === 'ArrowDown' ? at + 1 : at - 1);
    } else if (event.key === 'Enter' && (marked !== undefined || onEnter !== undefined)) {
      event.preventDefault();
      if (marked === undefined) onEnter?.();
      else pick(marked);
    } else if (event.key === 'Escape') {
      if (shown) { event.preventDefault(); setOpen(false); } else (event.target as HTMLElement).blur();
    }
  };
  return (
    <div className="combo">
      <input {...rest} ref={inputRef} className="input" role="combobox" aria-label={label} autoComplete="off" spellCheck={false} value={text}
        aria-expanded={shown} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={marked === undefined ? undefined : `${listId}-${marked.id}`}
        onChange={(event) => { onText(event.target.value); setOpen(true); setAt(eager ? 0 : -1); }} onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={press} />
      <div className="float" hidden={!shown}>
        <div className="options" role="listbox" tabIndex={-1} id={listId} ref={list} aria-label="可选">
          {options.map((option) => (
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus stays in the input (aria-activedescendant)
            <div key={option.id} id={`${listId}-${option.id}`} role="option" aria-selected={option === marked} onMouseDown={(event) => { event.preventDefault(); pick(option); }}>
              <span className="t">{option.title}</span><span className="note">{option.note}</span>
            </div>
          ))}
          {options.length === 0 && say !== undefined ? <p className="say">{say}</p> : null}
        </div>
      </div>
    </div>
  );
}
