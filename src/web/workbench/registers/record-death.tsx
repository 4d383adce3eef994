import { useState } from 'react';
import type { PersonPage } from '../../../kernel/registers/person/queries/get-person.ts';
import type { DeathSource } from '../../../kernel/registers/person/death.ts';
import { useApiCommand } from '../../api-client.ts';
import { readWritten } from '../../forms/read-written.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { usePost } from '../../ui/session.ts';

/** Where the news of a death came from, as the register asks it. */
const SOURCES: Readonly<Record<DeathSource, string>> = {
  'certificate': '死亡医学证明', 'hukou': '公安注销户口', 'funeral': '殡葬火化信息', 'civil-affairs': '村居、镇街报告', 'court': '法院宣告死亡', 'other': '其他',
};

const MAY_RECORD = ['village-clerk', 'town-clerk', 'town-lead', 'approver'];
const MAY_LIFT = ['town-lead', 'approver'];

/** 登记死亡, or 撤销 when it was an error. The payment of every benefit the person counts in is held at once. */
export function RecordDeath({ person, today }: { person: PersonPage; today: string }) {
  const [open, setOpen] = useState(false);
  const role = usePost()?.role ?? '';
  const dead = person.deathDate !== null;
  if (!(dead ? MAY_LIFT : MAY_RECORD).includes(role)) return null;
  const title = dead ? '撤销死亡登记' : '登记死亡';
  return (
    <div className="acts">
      <Button onPress={() => setOpen(true)}>{title}</Button>
      <Dialog open={open} title={`${title}，${person.name}`} onClose={() => setOpen(false)}>{dead ? <Lift person={person} onDone={() => setOpen(false)} /> : <Record person={person} today={today} onDone={() => setOpen(false)} />}</Dialog>
    </div>
  );
}

function Record({ person, today, onDone }: { person: PersonPage; today: string; onDone: () => void }) {
  const record = useApiCommand('person.record-death');
  const [entry, setEntry] = useState({ diedOn: today, source: 'certificate', certificateNo: '', reason: '' });
  const set = (key: keyof typeof entry) => (value: string) => setEntry((old) => ({ ...old, [key]: value }));
  const errorOf = (key: string) => record.fields.find((field) => field.path === key)?.sentence;
  const send = async () => {
    const done = await record.run({ person: person.id, seen: person.version, diedOn: readWritten('date', entry.diedOn), source: entry.source, reason: entry.reason.trim(), ...(entry.certificateNo.trim() === '' ? {} : { certificateNo: entry.certificateNo.trim() }) });
    if (done !== undefined) onDone();
  };
  const text = (key: 'diedOn' | 'certificateNo' | 'reason', label: string, help: string, required = true) => <Field label={label} required={required} error={errorOf(key)} help={help}>{(ids) => <input {...ids} className="input" value={entry[key]} autoComplete="off" onChange={(event) => set(key)(event.target.value)} />}</Field>;
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {text('diedOn', '去世日期', '写成 2014-11-20')}
      <Choice legend="怎么知道的" name="source" options={Object.entries(SOURCES).map(([value, title]) => ({ value, title }))} value={entry.source} onChange={set('source')} />
      {text('certificateNo', '证明编号', '没有的可以空着', false)}
      {text('reason', '说明', '如 家属送来死亡证明')}
      <p className="note">登记以后，这个人所在各户的下一笔马上暂缓，转核定减人或停发。</p>
      <ErrorNote problem={record.problem} kept="您写的都还在这里。" />
      <div className="foot"><Button onPress={onDone}>先不登记</Button><Button kind="main" type="submit" busy={record.busy}>登记死亡</Button></div>
    </form>
  );
}

function Lift({ person, onDone }: { person: PersonPage; onDone: () => void }) {
  const lift = useApiCommand('person.lift-death');
  const [reason, setReason] = useState('');
  const send = async () => { if ((await lift.run({ person: person.id, seen: person.version, reason: reason.trim() })) !== undefined) onDone(); };
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Field label="为什么撤销" required error={lift.fields.find((field) => field.path === 'reason')?.sentence} help="如 同名同姓，弄错了">{(ids) => <input {...ids} className="input" value={reason} autoComplete="off" onChange={(event) => setReason(event.target.value)} />}</Field>
      <p className="note">撤销以后，因此暂缓、减发、停发的恢复原来的金额，少发的月份补上。原来的登记留着。</p>
      <ErrorNote problem={lift.problem} kept="您写的还在这里。" />
      <div className="foot"><Button onPress={onDone}>先不撤销</Button><Button kind="main" type="submit" busy={lift.busy}>撤销死亡登记</Button></div>
    </form>
  );
}
