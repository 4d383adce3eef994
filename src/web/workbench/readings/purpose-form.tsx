import '../../forms/forms.css';
import { useState } from 'react';
import { PURPOSES_OF, READING_PURPOSES, type ReadingPurpose } from '../../../kernel/contract/reading-purposes.ts';
import { ApiProblem } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field } from '../../ui/field.tsx';

/** What a reading is for, as a door takes it. */
export interface Purpose { readonly purpose: ReadingPurpose; readonly more?: string }
export const purposeTitle = ({ purpose, more }: Purpose): string => (more === undefined ? READING_PURPOSES[purpose] : more);

/** Asks why, from the declared purposes, before something masked is shown. `onRead` reads; a refusal is said under the question. */
export function PurposeForm({ of, legend = '为什么要看', submit, onRead, onClose }: { of: keyof typeof PURPOSES_OF; legend?: string; submit: string; onRead: (purpose: Purpose) => Promise<void>; onClose: () => void }) {
  const [purpose, setPurpose] = useState<ReadingPurpose | undefined>(undefined);
  const [more, setMore] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const words = more.trim();
  const send = async () => {
    const missing = purpose === undefined ? '请选一项。' : purpose === 'other' && words.length < 2 ? '请写明用途。' : undefined;
    setError(missing);
    if (purpose === undefined || missing !== undefined) return;
    setBusy(true);
    try {
      await onRead(purpose === 'other' ? { purpose, more: words } : { purpose });
      setProblem(undefined);
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Choice legend={legend} name="purpose" help="谁、什么时候、为什么，都会记下来。" options={PURPOSES_OF[of].map((value) => ({ value, title: READING_PURPOSES[value] }))} value={purpose} onChange={setPurpose} error={purpose === 'other' ? undefined : error} />
      {purpose === 'other' ? <Field label="用途" required error={error}>{(ids) => <input {...ids} className="input" value={more} maxLength={200} onChange={(event) => setMore(event.target.value)} />}</Field> : null}
      <ErrorNote problem={problem} />
      <div className="foot"><Button onPress={onClose}>不用了</Button><Button kind="main" type="submit" busy={busy}>{submit}</Button></div>
    </form>
  );
}
