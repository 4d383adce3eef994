import { useState, type ReactNode } from 'react';
import type { ApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Money } from '../../ui/money.tsx';

/** Before a step that cannot be taken back: the figure once more, large, who has signed so far, and that another person must. */
export function StepDialog({ open, title, figure, count, signed, children, submit, step, body, onClose, onDone }: {
  open: boolean;
  title: string;
  figure: number;
  /** `4,880 户 11,458 人` */
  count: string;
  /** Who did what before: 编制、提交 梁可欣. */
  signed: string;
  children?: ReactNode;
  submit: string;
  step: ApiCommand<unknown>;
  body: () => unknown;
  onClose: () => void;
  onDone?: (answer: unknown) => void;
}) {
  const [checked, setChecked] = useState(false);
  const [missing, setMissing] = useState(false);
  const close = () => { step.clear(); setChecked(false); setMissing(false); onClose(); };
  const go = async () => {
    setMissing(!checked);
    if (!checked) return;
    const answer = await step.run(body());
    if (answer === undefined) return;
    close();
    onDone?.(answer);
  };
  return (
    <Dialog open={open} title={title} onClose={close}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
        <div><p>{count}</p><p><b className="big-sum"><Money fen={figure} unit /></b></p></div>
        <p className="note">{signed}</p>
        {children}
        <label><input type="checkbox" checked={checked} aria-describedby={missing ? 'seen-e' : undefined} onChange={(event) => setChecked(event.target.checked)} /> 这个数我核对过了</label>
        {missing && !checked ? <p className="err" id="seen-e"><svg aria-hidden="true"><use href="#s-over" /></svg><span>请先核对上面的数，再勾上。</span></p> : null}
        <ErrorNote problem={step.problem} />
        <div className="foot"><Button onPress={close}>先不办</Button><Button kind="main" type="submit" busy={step.busy}>{submit}</Button></div>
      </form>
    </Dialog>
  );
}
