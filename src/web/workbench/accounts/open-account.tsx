import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { errorAt } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { OneTimeSlip } from './one-time-slip.tsx';
import { emptyPost, PostFields, readPost, type PostFaults } from './post-fields.tsx';
import type { AccountList, GivenPassword } from './words.ts';

/** 开通账号: who, which post at which office, from when; then the slip with the one-time password. */
export function OpenAccount({ today, roles, onClose }: { today: string; roles: AccountList['roles']; onClose: () => void }) {
  const command = useApiCommand<GivenPassword & { readonly account: number }>('access.open-account');
  const [entry, setEntry] = useState({ name: '', login: '', reason: '' });
  const [post, setPost] = useState(emptyPost(today));
  const [faults, setFaults] = useState<PostFaults & Partial<Record<'name' | 'login' | 'reason', string>>>({});
  const set = (key: keyof typeof entry) => (value: string) => setEntry((now) => ({ ...now, [key]: value }));
  const send = async () => {
    const read = readPost(post, today);
    const found = {
      ...('faults' in read ? read.faults : {}), ...(entry.name.trim() === '' ? { name: '请写姓名。' } : {}), ...(/^[a-z][a-z0-9._-]{2,29}$/.test(entry.login.trim()) ? {} : { login: '小写字母开头，3 到 30 个字母、数字、点或横线。' }),
      ...(entry.reason.trim() === '' ? { reason: '请写原因，如 新入职。' } : {}),
    };
    setFaults(found);
    if (Object.keys(found).length > 0 || 'faults' in read) return;
    await command.run({ login: entry.login.trim(), name: entry.name.trim(), posts: [read.post], reason: entry.reason.trim() });
  };
  if (command.answer !== undefined) return <OneTimeSlip name={entry.name} login={entry.login} password={command.answer.oneTimePassword} onClose={onClose} />;
  return (
    <Dialog open title="开通账号" onClose={onClose} wide>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div className="pair">
          <Field label="姓名" required error={faults.name}>{(ids) => <input {...ids} className="input" value={entry.name} onChange={(event) => set('name')(event.target.value)} />}</Field>
          <Field label="账号名" required help="登录时写的，如 shiqi3" error={faults.login ?? errorAt(command.fields, 'login')}>{(ids) => <input {...ids} className="input" autoCapitalize="none" spellCheck={false} value={entry.login} onChange={(event) => set('login')(event.target.value)} />}</Field>
        </div>
        <PostFields entry={post} onChange={setPost} faults={faults} roles={roles} />
        <Field label="原因" required error={faults.reason}>{(ids) => <input {...ids} className="input" value={entry.reason} onChange={(event) => set('reason')(event.target.value)} />}</Field>
        <ErrorNote problem={command.problem} kept="您写的都还在这里。" />
        <div className="foot"><Button onPress={onClose}>先不开</Button><Button kind="main" type="submit" busy={command.busy}>开通账号</Button></div>
      </form>
    </Dialog>
  );
}
