import { useState } from 'react';
import type { HouseholdPage } from '../../../kernel/registers/household/queries/get-household.ts';
import { normaliseDigits } from '../../../kernel/values/chinese-text.ts';
import { useApiCommand } from '../../api-client.ts';
import { readWritten } from '../../forms/read-written.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { usePost } from '../../ui/session.ts';
import { isDay } from '../../forms/read-written.ts';

const MAY = ['village-clerk', 'town-clerk', 'payroll-officer'];

/** 换领款账户: a member's own account, or that of a 代领人 whose relation is written down. The earlier account stays on record. */
export function ChangeAccount({ home, today }: { home: HouseholdPage; today: string }) {
  const [open, setOpen] = useState(false);
  const role = usePost()?.role;
  if (role === undefined || !MAY.includes(role)) return null;
  return (
    <div className="acts">
      <Button onPress={() => setOpen(true)}>{home.accounts.length === 0 ? '登记领款账户' : '换领款账户'}</Button>
      <Dialog open={open} title={home.accounts.length === 0 ? '登记领款账户' : '换领款账户'} onClose={() => setOpen(false)}><Form home={home} today={today} onDone={() => setOpen(false)} /></Dialog>
    </div>
  );
}

interface Entry { readonly holder: string; readonly agentName: string; readonly agentRelation: string; readonly bankName: string; readonly bankCode: string; readonly number: string; readonly from: string; readonly reason: string }
type Faults = { -readonly [Key in keyof Entry]?: string };

const AGENT = 'agent';

function Form({ home, today, onDone }: { home: HouseholdPage; today: string; onDone: () => void }) {
  const now = home.accounts.find((one) => one.from <= today) ?? home.accounts[0];
  const members = home.members.flatMap((one) => (one.person === null || one.name === null ? [] : [{ value: String(one.person), title: one.name }]));
  const change = useApiCommand('household.change-account');
  const [entry, setEntry] = useState<Entry>({ holder: members[0]?.value ?? AGENT, agentName: '', agentRelation: '', bankName: now?.bank ?? '', bankCode: '', number: '', from: today, reason: '' });
  const [faults, setFaults] = useState<Faults>({});
  const set = (key: keyof Entry) => (text: string) => setEntry((old) => ({ ...old, [key]: text }));
  const errorOf = (key: keyof Entry) => faults[key] ?? change.fields.find((field) => field.path === key)?.sentence;
  const send = async () => {
    const found = findFaults(entry);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const holder = entry.holder === AGENT ? { agentName: entry.agentName.trim(), agentRelation: entry.agentRelation.trim() } : { holderPerson: Number(entry.holder) };
    const body = { household: home.id, seen: now?.id ?? null, from: readWritten('date', entry.from), ...holder, bankCode: entry.bankCode.trim(), bankName: entry.bankName.trim(), number: entry.number, reason: entry.reason.trim() };
    if ((await change.run(body)) !== undefined) onDone();
  };
  const text = (key: keyof Entry, label: string, help?: string) => <Field label={label} required error={errorOf(key)} {...(help === undefined ? {} : { help })}>{(ids) => <input {...ids} className="input" value={entry[key]} autoComplete="off" onChange={(event) => set(key)(event.target.value)} />}</Field>;
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Choice legend="谁的账户" name="holder" options={[...members, { value: AGENT, title: '户外的人代领' }]} value={entry.holder} onChange={set('holder')} />
      {entry.holder === AGENT ? <div className="pair">{text('agentName', '代领人姓名')}{text('agentRelation', '和这一户的关系', '如 侄子、村居干部')}</div> : null}
      <div className="pair">{text('bankName', '开户银行')}{text('bankCode', '联行号', '存折上没有的问银行')}</div>
      {text('number', '账号', '照存折或银行卡写，只有数字')}
      {text('from', '从哪天起', '已经送了银行的不受影响')}
      {text('reason', '为什么换', '如 原账户已销')}
      <ErrorNote problem={change.problem} kept="您写的都还在这里。" />
      <div className="foot"><Button onPress={onDone}>先不换</Button><Button kind="main" type="submit" busy={change.busy}>{now === undefined ? '登记这个账户' : '换成这个账户'}</Button></div>
    </form>
  );
}

function findFaults(entry: Entry): Faults {
  const faults: Faults = {};
  const digits = normaliseDigits(entry.number).replace(/[\s-]/g, '');
  const from = readWritten('date', entry.from);
  if (entry.holder === AGENT && entry.agentName.trim() === '') faults.agentName = '请写代领人姓名。';
  if (entry.holder === AGENT && entry.agentRelation.trim() === '') faults.agentRelation = '请写和这一户的关系。';
  if (entry.bankName.trim() === '') faults.bankName = '请写开户银行。';
  if (entry.bankCode.trim() === '') faults.bankCode = '请写联行号。';
  if (!/^\d{8,30}$/.test(digits)) faults.number = `账号要 8 到 30 位数字，现在是 ${digits.replace(/\D/g, '').length} 位。`;
  if (!isDay(from)) faults.from = '日期没有看懂，请写成 2014-12-01。';
  if (entry.reason.trim().length < 2) faults.reason = '请写为什么换，以后查得到。';
  return faults;
}
