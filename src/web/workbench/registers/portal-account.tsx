import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { Section } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { OneTimeSlip } from '../accounts/one-time-slip.tsx';

type Answer = DoorOutput<typeof import('../../../kernel/access/queries/get-portal-account.ts').default>;
interface Given { readonly login: string; readonly oneTimePassword?: string }

/** 网上账号 of the person at the window: opened, or its password set anew, against an identity card. */
export function PortalAccount({ person, name }: { person: number; name: string }) {
  const role = usePost()?.role ?? '';
  const may = ['administrator', 'town-clerk', 'village-clerk'].includes(role);
  const read = useApiQuery<Answer>('access.get-portal-account', { person }, { enabled: may });
  const [doing, setDoing] = useState<'open' | 'reset' | undefined>(undefined);
  if (!may || read.data === undefined) return null;
  const { account } = read.data;
  return (
    <Section title="网上账号">
      {account === null ? <p className="note">还没有开通。</p> : <p>账号 <span className="code">{account.login}</span>{account.disabled ? '，停用' : ''}<br /><span className="note">{account.lastSignIn === null ? '还没有登录过' : `最近 ${instantWords(account.lastSignIn)} 登录`}{account.mustChange ? '，等本人换密码' : ''}</span></p>}
      <p className="acts">{account === null ? <Button onPress={() => setDoing('open')}>开通网上账号</Button> : <Button onPress={() => setDoing('reset')}>重设密码</Button>}</p>
      {doing === undefined ? null : <GivePortalAccount kind={doing} person={person} name={name} onClose={() => setDoing(undefined)} />}
    </Section>
  );
}

function GivePortalAccount({ kind, person, name, onClose }: { kind: 'open' | 'reset'; person: number; name: string; onClose: () => void }) {
  const command = useApiCommand<Given>(kind === 'open' ? 'access.open-portal-account' : 'access.reset-portal-password');
  const [login, setLogin] = useState('');
  const [shown, setShown] = useState(false);
  const [faults, setFaults] = useState<{ login?: string; shown?: string }>({});
  const send = async () => {
    const found = { ...(kind === 'open' && login.trim().length < 4 ? { login: '写本人的手机号，至少 4 个字。' } : {}), ...(shown ? {} : { shown: '要先看过本人的身份证。' }) };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    await command.run(kind === 'open' ? { person, login: login.trim() } : { person, cardShown: true });
  };
  if (command.answer !== undefined) return <OneTimeSlip resident name={name} login={command.answer.login} password={command.answer.oneTimePassword} onClose={onClose} />;
  return (
    <Dialog open title={kind === 'open' ? `给${name}开通网上账号` : `重设${name}的密码`} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{kind === 'open' ? '开通后给一张一次性密码的条，本人第一次登录自己定密码。' : '原来的密码马上不能用，各处登录都退出。谁重设的，本人在“账号与密码”里看得到。'}</p>
        {kind === 'open' ? <Field label="账号（手机号）" required error={faults.login}>{(ids) => <input {...ids} className="input" inputMode="tel" value={login} onChange={(event) => setLogin(event.target.value)} />}</Field> : null}
        <label className="switch"><input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />本人在场，看过身份证</label>
        {faults.shown === undefined || shown ? null : <p className="law-ink" role="alert">{faults.shown}</p>}
        <ErrorNote problem={command.problem} />
        <div className="foot"><Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={command.busy}>{kind === 'open' ? '开通' : '重设密码'}</Button></div>
      </form>
    </Dialog>
  );
}
