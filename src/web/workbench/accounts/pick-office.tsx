import { useApiQuery } from '../../api-client.ts';
import { Field } from '../../ui/field.tsx';
import { usePost } from '../../ui/session.ts';

interface Below { readonly id: number; readonly shortName: string; readonly level: string; readonly hasChildren: boolean }

/** An office of the caller's area: the own one, or from there down level by level. */
export function PickOffice({ value, onChange, error }: { value: readonly number[]; onChange: (path: readonly number[]) => void; error?: string | undefined }) {
  const post = usePost();
  if (post === undefined) return null;
  return (
    <>
      <Level label="单位" own={{ id: post.divisionId, name: post.divisionName }} parent={post.divisionId} value={value[0]} error={error} onChange={(id) => onChange(id === undefined ? [] : [id])} />
      {value.map((id, at) => (id === post.divisionId ? null : <Level key={id} label="下面的单位" parent={id} value={value[at + 1]} onChange={(next) => onChange(next === undefined ? value.slice(0, at + 1) : [...value.slice(0, at + 1), next])} />))}
    </>
  );
}

function Level({ label, own, parent, value, onChange, error }: { label: string; own?: { readonly id: number; readonly name: string }; parent: number; value: number | undefined; onChange: (id: number | undefined) => void; error?: string | undefined }) {
  const below = useApiQuery<readonly Below[]>('division.list-children', { division: parent }).data ?? [];
  if (own === undefined && below.length === 0) return null;
  return (
    <Field label={label} error={error} optional={own === undefined} required={own !== undefined}>{(ids) => (
      <select {...ids} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}>
        <option value="">{own === undefined ? '就是上面这个单位' : '请选'}</option>
        {own === undefined ? null : <option value={own.id}>{own.name}（本级）</option>}
        {below.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}
      </select>
    )}</Field>
  );
}
