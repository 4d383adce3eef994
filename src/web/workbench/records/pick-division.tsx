import { useApiQuery } from '../../api-client.ts';
import { Field } from '../../ui/field.tsx';

interface Below { readonly id: number; readonly shortName: string; readonly level: string; readonly hasChildren: boolean }

const WORDS: Readonly<Record<string, string>> = { county: '区县', town: '镇街', village: '村（居）' };

/**
 * Whose record it is: a division of any level, from `own` down (left out: from the city down). The value is the way to it, its own id last.
 */
export function PickDivision({ own, label, help, value, onChange, error }: { own?: { readonly id: number; readonly name: string }; label: string; help?: string; value: readonly number[]; onChange: (way: readonly number[]) => void; error?: string | undefined }) {
  return (
    <div className="pick-division">
      <Level label={label} own={own} parent={own?.id} first value={value[0]} error={error} {...(help === undefined ? {} : { help })} onChange={(id) => onChange(id === undefined ? [] : [id])} />
      {value.map((id, at) => (id === own?.id ? null : <Level key={id} label={undefined} own={undefined} parent={id} value={value[at + 1]} onChange={(next) => onChange(next === undefined ? value.slice(0, at + 1) : [...value.slice(0, at + 1), next])} />))}
    </div>
  );
}

function Level({ label, own, parent, value, onChange, first = false, help, error }: { label: string | undefined; own: { readonly id: number; readonly name: string } | undefined; parent: number | undefined; value: number | undefined; onChange: (id: number | undefined) => void; first?: boolean; help?: string; error?: string | undefined }) {
  const below = useApiQuery<readonly Below[]>('division.list-children', parent === undefined ? {} : { division: parent }).data ?? [];
  if (!first && below.length === 0) return null;
  const word = WORDS[below[0]?.level ?? ''] ?? '下一级';
  return (
    <Field label={label ?? word} error={error} required={first} optional={!first} {...(help === undefined ? {} : { help })}>{(ids) => (
      <select {...ids} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}>
        <option value="">{first ? '请选' : '就是上一格'}</option>
        {own === undefined ? null : <option value={own.id}>{own.name}（本级）</option>}
        {below.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}
      </select>
    )}</Field>
  );
}
