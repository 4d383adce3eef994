import { useId, type ReactNode } from 'react';
import { Key, useKeyLayer, useKeys } from './keys.tsx';
import { A } from './link.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One `main` a view, a verb and its object: 批准，每月 814.00 元. */
  readonly kind?: 'main' | 'secondary' | 'bare';
  readonly onPress?: () => void;
  /** `submit` inside a form. */
  readonly type?: 'button' | 'submit';
  /** A single letter that presses it; shown on it. Desk only. */
  readonly hotkey?: string;
  /** Words of the key list when the button's own text is not plain text. */
  readonly hotkeyTitle?: string;
  /** Why it cannot be pressed yet. It stays focusable, dashed, and says so. */
  readonly waiting?: string;
  /** Id of a note that already says why (several waiting buttons share one); with it `waiting` is not written again. */
  readonly waitingNote?: string;
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly describedBy?: string;
}

const classOf = (kind: ButtonProps['kind'], wide?: boolean) =>
  ['btn', kind === 'main' ? 'main' : kind === 'bare' ? 'bare' : '', wide === true ? 'wide' : ''].filter(Boolean).join(' ');

const titleOf = (props: { children: ReactNode; hotkeyTitle?: string }) =>
  props.hotkeyTitle ?? (typeof props.children === 'string' ? props.children : '按钮');

/** A button. It is never `disabled`: one that waits says what for, one that is busy says so and ignores a second press. */
export function Button(props: ButtonProps) {
  const { children, kind, onPress, type = 'button', hotkey, waiting, waitingNote, busy = false, wide, describedBy } = props;
  const own = useId();
  const waits = waiting !== undefined || waitingNote !== undefined;
  const stopped = waits || busy;
  const press = () => { if (!stopped) onPress?.(); };
  const desk = useKeyLayer() !== undefined;
  useKeys(hotkey === undefined || waits ? {} : { [hotkey.toLowerCase()]: { title: titleOf(props), run: press } });
  const noteId = waitingNote ?? (waits ? own : describedBy);
  const button = (
    <button
      className={classOf(kind, wide)}
      type={stopped ? 'button' : type}
      onClick={press}
      aria-disabled={waits ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={noteId}
    >
      {children}
      {hotkey === undefined || !desk || waits ? null : <Key of={hotkey} />}
    </button>
  );
  if (waiting === undefined || waitingNote !== undefined) return button;
  return <span className="waits">{button}<span className="note" id={own}>{waiting}</span></span>;
}

/** A link dressed as a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, kind, wide, external = false }: { href: string; children: ReactNode; kind?: ButtonProps['kind']; wide?: boolean; external?: boolean }) {
  return external ? <a className={classOf(kind, wide)} href={href}>{children}</a> : <A className={classOf(kind, wide)} href={href}>{children}</A>;
}
