import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { OneTimeSlip } from './one-time-slip.tsx';
import type { AccountPage, GivenPassword } from './words.ts';

export type Deed = 'reset' | 'enable' | 'sessions' | 'unlock' | 'keep';
const DEEDS: Readonly<Record<Deed, { readonly door: string; readonly title: string; readonly says: string }>> = {
  reset: { door: 'access.reset-password', title: '重设密码', says: '原来的密码马上不能用，各处登录都退出。新的一次性密码只显示一次。' },
  enable: { door: 'access.enable-account', title: '重新启用', says: '账号恢复使用，要用新的一次性密码登录。离岗时结束的岗位不会自己回来，要重新加。' },
  sessions: { door: 'access.end-sessions', title: '强制退出', says: '各处的登录马上失效，密码不变。电脑丢了、忘了退出时用。' },
  unlock: { door: 'access.unlock-account', title: '解锁', says: '错太多次锁住了，本人核实过就可以解开，马上能再登录。' },
  keep: { door: 'access.keep-account', title: '说明留用', says: '长期没有登录，但账号还要用（产假、借调）。写明原因，从今天重新计。' },
};

/** One deed about an account, asked for with its reason. */
export function AccountDeed({ deed, account, onClose }: { deed: Deed; account: AccountPage; onClose: () => void }) {
  const { door, title, says } = DEEDS[deed];
  const command = useApiCommand<GivenPassword>(door);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const send = async () => {
    if (reason.trim() === '') return setFault('请写原因。');
    if ((await command.run({ account: account.id, reason: reason.trim() })) !== undefined && deed !== 'reset' && deed !== 'enable') onClose();
  };
  if (command.answer !== undefined) return <OneTimeSlip name={account.name} login={account.login} password={command.answer.oneTimePassword} onClose={onClose} />;
  return (
    <Dialog open title={`${title}：${account.name}`} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{says}</p>
        <Field label="原因" required error={fault}>{(ids) => <input {...ids} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <ErrorNote problem={command.problem} />
        <div className="foot"><Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={command.busy}>{title}</Button></div>
      </form>
    </Dialog>
  );
}

/** 停用: what waits at each post and who takes it, before the account is closed. */
export function DisableAccount({ account, onClose }: { account: AccountPage; onClose: () => void }) {
  const command = useApiCommand('access.disable-accounts');
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<Readonly<Record<number, string>>>({});
  const [fault, setFault] = useState<string | undefined>(undefined);
  const send = async () => {
    if (reason.trim() === '') return setFault('请写原因，如 调离、退休。');
    const handOver = Object.entries(to).filter(([, one]) => one !== '').map(([post, one]) => ({ post: Number(post), to: Number(one) }));
    if ((await command.run({ accounts: [account.id], reason: reason.trim(), handOver })) !== undefined) onClose();
  };
  return (
    <Dialog open title={`停用${account.name}的账号`} onClose={onClose} wide>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>各处登录马上退出，岗位止于今天，办过的都还在。</p>
        {account.work.map((work) => {
          const post = account.history.find((one) => one.id === work.post);
          const waits = work.tasks + work.errands === 0 ? '没有等着办的' : `等着办的 ${work.tasks} 件${work.errands > 0 ? `，交办 ${work.errands} 件` : ''}`;
          return (
            <Field key={work.post} label={`${post?.division ?? ''}${post?.roleTitle ?? ''}：${waits}`} optional help={work.others.length > 0 ? `还有${work.others.join('、')}在这个岗位，照常办。` : '没有别人在这个岗位。交给同事，从今天起由他任这个岗位。'}>
              {(ids) => <select {...ids} className="input" value={to[work.post] ?? ''} onChange={(event) => setTo({ ...to, [work.post]: event.target.value })}><option value="">不另交给人</option>{work.colleagues.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select>}
            </Field>
          );
        })}
        <Field label="原因" required error={fault}>{(ids) => <input {...ids} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <ErrorNote problem={command.problem} kept="您选的都还在这里。" />
        <div className="foot"><Button onPress={onClose}>先不停用</Button><Button kind="main" type="submit" busy={command.busy}>停用账号</Button></div>
      </form>
    </Dialog>
  );
}
