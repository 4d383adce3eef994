import { useState } from 'react';
import type { DoorOutput } from '../../kernel/contract/door.ts';
import { useApiCommand, useApiQuery } from '../api-client.ts';
import { errorAt } from '../forms/form-values.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import { Field } from './field.tsx';

export type MyAccount = DoorOutput<typeof import('../../kernel/access/queries/my-account.ts').default>;

/** What is asked of a password, in one sentence. */
export function passwordWords({ kind, rules }: Pick<MyAccount, 'kind' | 'rules'>): string {
  if (kind === 'resident') return `至少 ${rules.length} 个字，越长越好。写一句自己记得住的话就行，汉字也可以，比如早上在哪里买菜。不要用生日和电话。`;
  return `至少 ${rules.length} 个字，字母、数字、别的符号用两种以上；写到 ${rules.longEnough} 个字，一种也行。可以是几个不相干的词，汉字也可以。最近 ${rules.remembered} 次用过的不行。`;
}

/** A new password of one's own. `first`: on the way in, where the old one was given a moment ago. One box, that can be read while typing, instead of two that cannot. */
export function ChangePasswordForm({ first = false, submit, onDone }: { first?: boolean; submit: string; onDone?: () => void }) {
  const about = useApiQuery<MyAccount>('access.my-account').data;
  const change = useApiCommand('session.change-password');
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [shown, setShown] = useState(false);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const go = async () => {
    const empty = [!first && old === '' ? 'old' : '', fresh === '' ? 'fresh' : ''].filter(Boolean);
    setMissing(empty);
    if (empty.length > 0) return;
    if ((await change.run({ ...(first ? {} : { old }), fresh })) === undefined) return;
    setOld('');
    setFresh('');
    onDone?.();
  };
  const faults = change.fields.filter((one) => one.path === 'fresh').map((one) => one.sentence).join('');
  return (
    <form className="sign-in" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
      {first ? null : <Field label="现在的密码" error={missing.includes('old') ? '现在的密码还没有写。' : errorAt(change.fields, 'old')} required>{(ids) => <input {...ids} className="input" type="password" autoComplete="current-password" value={old} onChange={(event) => setOld(event.target.value)} />}</Field>}
      <Field label="新密码" help={about === undefined ? undefined : passwordWords(about)} error={missing.includes('fresh') ? '新密码还没有写。' : faults === '' ? undefined : faults} required>
        {(ids) => <input {...ids} className="input" type={shown ? 'text' : 'password'} autoComplete="new-password" autoCapitalize="none" spellCheck={false} value={fresh} onChange={(event) => setFresh(event.target.value)} />}
      </Field>
      <label className="switch"><input type="checkbox" role="switch" aria-checked={shown} checked={shown} onChange={(event) => setShown(event.target.checked)} />看得见我写的</label>
      <ErrorNote problem={change.fields.length > 0 ? undefined : change.problem} />
      <Button kind="main" type="submit" busy={change.busy} wide>{submit}</Button>
    </form>
  );
}
