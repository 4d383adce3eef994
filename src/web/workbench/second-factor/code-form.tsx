import { useEffect, useRef, useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import './second-factor.css';

export interface Given { readonly next: string; readonly recoveryCodesLeft: number }

/** One line for the code of the phone, or a recovery code when the phone is not at hand. */
export function CodeForm({ submit, onDone, onCancel }: { submit: string; onDone: (given: Given) => void; onCancel?: { readonly label: string; readonly run: () => void } }) {
  const give = useApiCommand<Given>('session.second-factor', { refresh: false });
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // after the dialog around it has taken the focus
  useEffect(() => { const frame = requestAnimationFrame(() => input.current?.focus()); return () => cancelAnimationFrame(frame); }, [recovery]);
  const send = async () => {
    setMissing(code.trim() === '');
    if (code.trim() === '') return;
    const given = await give.run({ code: code.trim() });
    if (given !== undefined) return onDone(given);
    input.current?.select();
  };
  return (
    <form className="sign-in code-form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Field label={recovery ? '恢复码' : '动态验证码'} help={recovery ? '绑定时抄下来的十个里，没有用过的一个。用过就作废。' : '打开手机上的验证器，看“民政”那一行的 6 位数字。'} error={missing ? `${recovery ? '恢复码' : '动态验证码'}还没有写。` : undefined} required>
        {(ids) => <input {...ids} ref={input} className="input code" inputMode={recovery ? 'text' : 'numeric'} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={20} value={code} onChange={(event) => setCode(event.target.value)} />}
      </Field>
      <ErrorNote problem={give.problem} />
      <div className="acts">
        {onCancel === undefined ? null : <Button onPress={onCancel.run}>{onCancel.label}</Button>}
        <Button kind="main" type="submit" busy={give.busy} wide={onCancel === undefined}>{submit}</Button>
      </div>
      <p className="note"><Button kind="bare" onPress={() => { setRecovery(!recovery); setCode(''); give.clear(); }}>{recovery ? '用手机上的验证码' : '手机不在手边，用恢复码'}</Button></p>
    </form>
  );
}
