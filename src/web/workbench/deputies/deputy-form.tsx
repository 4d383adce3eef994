import { useState } from 'react';
import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { useApiCommand } from '../../api-client.ts';
import { readWritten } from '../../forms/read-written.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import type { Deputies } from './deputy-list.ts';
import { isDay } from '../../forms/read-written.ts';

type Faults = Partial<Record<'post' | 'account' | 'from' | 'last' | 'reason', string>>;

/** 安排代理: which post, who, from which day to which last day, why. */
export function DeputyForm({ list, onDone }: { list: Deputies; onDone: () => void }) {
  const deputise = useApiCommand('access.deputise-post');
  const [entry, setEntry] = useState({ post: String(list.posts[0]?.id ?? ''), account: '', from: list.today, last: '', reason: '' });
  const [faults, setFaults] = useState<Faults>({});
  const set = (key: keyof typeof entry) => (value: string) => setEntry((now) => ({ ...now, [key]: value }));
  const send = async () => {
    const [from, last] = [readWritten('date', entry.from), readWritten('date', entry.last)];
    const found: Faults = {
      ...(entry.post === '' ? { post: '请选岗位。' } : {}), ...(entry.account === '' ? { account: '请选同事。' } : {}), ...(isDay(from) ? {} : { from: '日期没有看懂，写成 2014-12-01。' }),
      ...(!isDay(last) ? { last: '请写最后一天，如 2014-12-15。' } : isDay(from) && last < from ? { last: '最后一天要在起日以后。' } : {}), ...(entry.reason.trim() === '' ? { reason: '请写原因，如 出差。' } : {}),
    };
    setFaults(found);
    if (Object.keys(found).length > 0 || !isDay(last)) return;
    if ((await deputise.run({ post: Number(entry.post), account: Number(entry.account), from, to: addDays(plainDate(last), 1), reason: entry.reason })) !== undefined) onDone();
  };
  const input = (key: 'from' | 'last' | 'reason') => (ids: object) => <input {...ids} className="input" value={entry[key]} onChange={(event) => set(key)(event.target.value)} />;
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Field label="哪个岗位" required error={faults.post}>{(ids) => (
        <select {...ids} className="input" value={entry.post} onChange={(event) => set('post')(event.target.value)}>
          {list.posts.map((post) => <option key={post.id} value={post.id}>{post.mine ? '我的' : post.holder}：{post.roleTitle}，{post.division}</option>)}
        </select>
      )}</Field>
      <Field label="由谁代理" required error={faults.account}>{(ids) => (
        <select {...ids} className="input" value={entry.account} onChange={(event) => set('account')(event.target.value)}>
          <option value="">请选</option>
          {list.colleagues.map((one) => <option key={one.id} value={one.id}>{one.name}（{one.where}）</option>)}
        </select>
      )}</Field>
      <div className="pair">
        <Field label="从哪天起" required error={faults.from}>{input('from')}</Field>
        <Field label="最后一天" required error={faults.last}>{input('last')}</Field>
      </div>
      <Field label="原因" required error={faults.reason}>{input('reason')}</Field>
      <ErrorNote problem={deputise.problem} kept="您写的都还在这里。" />
      <div className="foot"><Button onPress={onDone}>先不安排</Button><Button kind="main" type="submit" busy={deputise.busy}>安排</Button></div>
    </form>
  );
}
