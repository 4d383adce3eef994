import { useApiQuery } from '../../api-client.ts';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';

interface Warned { readonly records: readonly { readonly name: string; readonly number: string; readonly ground: string; readonly until: string }[] }

/** Beside an open application: a member has a record in force, so the short way is closed. Nothing where there is none. */
export function DishonestyBand({ caseId }: { caseId: number }) {
  const records = useApiQuery<Warned>('dishonesty.warn-case', { caseId }).data?.records ?? [];
  if (records.length === 0) return null;
  return <Section title="失信记录"><ul className="ruled">{records.map((one) => <li key={one.number}><p className="l1"><State kind="over">{one.name}</State><span>至 {one.until} 前</span></p><p className="note">{one.ground}（{one.number}）。不走简化程序，按一般程序核查。</p></li>)}</ul></Section>;
}
