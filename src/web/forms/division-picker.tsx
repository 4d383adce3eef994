import { useState } from 'react';
import type { InputIds } from '../ui/field.tsx';
import { useFormSurroundings, type DivisionOption } from './form-context.ts';
import type { FormValue } from './form-values.ts';

interface Props { readonly value: FormValue | undefined; readonly onChange: (value: FormValue) => void; readonly ids: InputIds; }

/** First the 镇街, then its 村居. The value is the id of the lowest level; a 镇街 without any below it is itself the value. */
export function DivisionPicker({ value, onChange, ids }: Props) {
  const { divisions } = useFormSurroundings();
  const ids_ = new Set(divisions.map((one) => one.id));
  const tops = divisions.filter((one) => one.parentId === null || !ids_.has(one.parentId));
  const chosen = divisions.find((one) => one.id === value);
  const [town, setTown] = useState<string | undefined>(undefined);
  const townId = chosen === undefined ? town : tops.some((top) => top.id === chosen.id) ? chosen.id : (chosen.parentId ?? undefined);
  const below = divisions.filter((one) => one.parentId !== null && one.parentId === townId);
  const takeTown = (id: string) => {
    setTown(id);
    onChange(id !== '' && !divisions.some((one) => one.parentId === id) ? id : null);
  };
  return (
    <span className="divisions">
      <Pick ids={ids} say="选镇街" options={tops} value={townId} onChange={takeTown} />
      {below.length === 0 ? null : <Pick ids={{ ...ids, id: `${ids.id}-2` }} label="村（居）" say="选村（居）" options={below} value={chosen?.id} onChange={(id) => onChange(id === '' ? null : id)} />}
    </span>
  );
}

function Pick({ ids, label, say, options, value, onChange }: { ids: InputIds; label?: string; say: string; options: readonly DivisionOption[]; value: string | undefined; onChange: (id: string) => void }) {
  return (
    <select {...ids} aria-label={label} className="input" value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
      <option value="">{say}</option>
      {options.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
    </select>
  );
}
