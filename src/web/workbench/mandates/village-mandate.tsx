import { useApiQuery } from '../../api-client.ts';
import { dayLong } from '../../ui/day-text.ts';
import { Field } from '../../ui/field.tsx';
import { usePost } from '../../ui/session.ts';
import type { MandateList } from './mandate-list.ts';

/** 受委托代为提交: a village post chooses whose 授权委托书 it acts on. Nothing where the committee holds none for this matter. */
export function VillageMandate({ matter, chosen, onChoose }: { matter: string; chosen: number | undefined; onChoose: (mandate: number | undefined) => void }) {
  const post = usePost();
  const read = useApiQuery<MandateList>('mandates.list-mandates', {}, { enabled: post?.role === 'village-clerk' });
  const lines = (read.data?.lines ?? []).filter((one) => one.helperPerson === null && one.matters.some((other) => other.id === matter));
  if (lines.length === 0) return null;
  return (
    <Field label="受谁委托" help="本人来办的，不用选">{(ids) => (
      <select {...ids} className="input" value={chosen ?? ''} onChange={(event) => onChoose(event.target.value === '' ? undefined : Number(event.target.value))}>
        <option value="">本人来办</option>
        {lines.map((one) => <option key={one.id} value={one.id}>{one.principal}，委托书到{dayLong(one.lastDay)}</option>)}
      </select>
    )}</Field>
  );
}
