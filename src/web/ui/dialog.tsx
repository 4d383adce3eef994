import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at the foot, the one that goes on last. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
}

/** The one thing that lifts off the paper. Esc closes it and gives the focus back (the browser's own modal dialog). */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <Opened {...rest} /> : null;
}

function Opened({ title, onClose, children, foot, wide = false }: Omit<DialogProps, 'open'>) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    // what has to be answered first, else what is only to be confirmed
    (dialog?.querySelector<HTMLElement>('.in :is(input, select, textarea)') ?? dialog?.querySelector<HTMLElement>('.in .btn.main'))?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={ref} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={titleId} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <div className="in">
        <h2 id={titleId} tabIndex={-1}>{title}</h2>
        {children}
        {foot === undefined ? null : <div className="foot">{foot}</div>}
      </div>
      <span className="shut"><Button kind="bare" onPress={onClose}>关闭</Button></span>
    </dialog>
  );
}
