import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { isDay, readWritten } from '../../forms/read-written.ts';
import { Field } from '../../ui/field.tsx';
import { PickOffice } from './pick-office.tsx';

/** A post as it is written down: the last day is counted in; empty = for good. */
export interface PostEntry { readonly role: string; readonly office: readonly number[]; readonly from: string; readonly last: string }
export type PostFaults = Partial<Record<'role' | 'office' | 'from' | 'last', string>>;
export const emptyPost = (today: string): PostEntry => ({ role: '', office: [], from: today, last: '' });

/** What is wrong with an entry, or the post as the server takes it (`to` exclusive). */
export function readPost(entry: PostEntry, today: string): { faults: PostFaults } | { post: { role: string; division: number; from: string; to: string | null } } {
  const from = readWritten('date', entry.from);
  const last = entry.last.trim() === '' ? null : readWritten('date', entry.last);
  const division = entry.office.at(-1);
  const faults: PostFaults = {
    ...(entry.role === '' ? { role: '请选岗位。' } : {}), ...(division === undefined ? { office: '请选单位。' } : {}),
    ...(!isDay(from) ? { from: '日期没有看懂，写成 2014-12-01。' } : from < today ? { from: '要从今天或以后起。' } : {}), ...(last !== null && !isDay(last) ? { last: '日期没有看懂，写成 2014-12-31，一直任职就空着。' } : last !== null && isDay(from) && last < from ? { last: '最后一天要在起日以后。' } : {}),
  };
  if (Object.keys(faults).length > 0 || division === undefined || !isDay(from)) return { faults };
  return { post: { role: entry.role, division, from, to: last === null ? null : addDays(plainDate(String(last)), 1) } };
}

export function PostFields({ entry, onChange, faults, roles, withoutLast = false }: { entry: PostEntry; onChange: (entry: PostEntry) => void; faults: PostFaults; roles: readonly { readonly role: string; readonly title: string }[]; withoutLast?: boolean }) {
  const set = (key: 'role' | 'from' | 'last') => (value: string) => onChange({ ...entry, [key]: value });
  return (
    <>
      <Field label="岗位" required error={faults.role}>{(ids) => <select {...ids} className="input" value={entry.role} onChange={(event) => set('role')(event.target.value)}><option value="">请选</option>{roles.map((one) => <option key={one.role} value={one.role}>{one.title}</option>)}</select>}</Field>
      <PickOffice value={entry.office} onChange={(office) => onChange({ ...entry, office })} error={faults.office} />
      <div className="pair">
        <Field label="从哪天起" required error={faults.from}>{(ids) => <input {...ids} className="input" value={entry.from} onChange={(event) => set('from')(event.target.value)} />}</Field>
        {withoutLast ? null : <Field label="最后一天" optional help="一直任职就空着" error={faults.last}>{(ids) => <input {...ids} className="input" value={entry.last} onChange={(event) => set('last')(event.target.value)} />}</Field>}
      </div>
    </>
  );
}
