import { useState, type ReactNode } from 'react';
import type { ApiProblem } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';

/** A step that wants its reason written down before it is taken. */
export function ReasonDialog({ open, title, what, label, suggestions = [], submit, busy, problem, onClose, onSubmit }: {
  open: boolean;
  title: string;
  /** What it is about, and what will happen. */
  what: ReactNode;
  label: string;
  suggestions?: readonly string[];
  submit: string;
  busy: boolean;
  problem: ApiProblem | undefined;
  onClose: () => void;
  onSubmit: (reason: string) => void;
}) {
  return <Dialog open={open} title={title} onClose={onClose}><Form {...{ what, label, suggestions, submit, busy, problem, onClose, onSubmit }} /></Dialog>;
}

function Form({ what, label, suggestions, submit, busy, problem, onClose, onSubmit }: {
  what: ReactNode; label: string; suggestions: readonly string[]; submit: string; busy: boolean; problem: ApiProblem | undefined; onClose: () => void; onSubmit: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const send = () => {
    const words = reason.trim();
    setError(words === '' ? '请写明理由，以后查得到。' : undefined);
    if (words !== '') onSubmit(words);
  };
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div>{what}</div>
      <Field label={label} required error={error}>{(ids) => <textarea {...ids} className="input" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}</Field>
      {suggestions.length === 0 ? null : <div className="acts">{suggestions.map((one) => <Button key={one} onPress={() => setReason(one)}>{one}</Button>)}</div>}
      <ErrorNote problem={problem} kept="您写的都还在这里。" />
      <div className="foot"><Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={busy}>{submit}</Button></div>
    </form>
  );
}
