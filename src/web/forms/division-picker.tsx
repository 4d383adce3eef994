import { useState } from 'react';
import { useApiQuery } from '../api-client.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import type { InputIds } from '../ui/field.tsx';
import type { FormValue } from './form-values.ts';

interface Props { readonly value: FormValue | undefined; readonly onChange: (value: FormValue) => void; readonly ids: InputIds; }

/** A division directly under another, as `division.list-children` gives it. */
interface Below { readonly id: number; readonly code: string; readonly shortName: string; readonly level: string; readonly hasChildren: boolean; }
interface Found { readonly code: string; readonly path: string; }

const WORDS: Record<string, string> = { county: '区县', town: '镇街', village: '村（居）' };

/** An address from the city down: 镇街, then 村居 (as many levels as the city has). The value is the code of the lowest. */
export function DivisionPicker({ value, onChange, ids }: Props) {
  const [picking, setPicking] = useState(false);
  const code = typeof value === 'string' && value !== '' ? value : undefined;
  if (code === undefined || picking) return <span className="divisions"><Level ids={ids} parent={undefined} onChange={(chosen) => { setPicking(true); onChange(chosen); }} /></span>;
  return <Chosen code={code} ids={ids} onAgain={() => setPicking(true)} />;
}

/** What was chosen before, in words, and the way to choose again. */
function Chosen({ code, ids, onAgain }: { code: string; ids: InputIds; onAgain: () => void }) {
  const read = useApiQuery<readonly Found[]>('division.find', { text: code });
  const path = read.data?.find((one) => one.code === code)?.path ?? code;
  return <span className="divisions chosen" id={ids.id} tabIndex={-1}><span className="filled">{path}</span><Button onPress={onAgain}>另选</Button></span>;
}

/** One level and, once it is chosen, the next below it. */
function Level({ ids, parent, onChange }: { ids: InputIds; parent: number | undefined; onChange: (code: string | null) => void }) {
  const read = useApiQuery<readonly Below[]>('division.list-children', parent === undefined ? {} : { division: parent });
  const [id, setId] = useState<number | undefined>(undefined);
  const chosen = read.data?.find((one) => one.id === id);
  const word = WORDS[read.data?.[0]?.level ?? ''] ?? '下一级';
  const take = (next: Below | undefined) => {
    setId(next?.id);
    onChange(next === undefined || next.hasChildren ? null : next.code);
  };
  return (
    <>
      <select {...ids} aria-label={parent === undefined ? undefined : word} className="input" value={id ?? ''} onChange={(event) => take(read.data?.find((one) => String(one.id) === event.target.value))}>
        <option value="">{read.data === undefined ? '正在取…' : `选${word}`}</option>
        {read.data?.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}
      </select>
      {chosen?.hasChildren === true ? <Level key={chosen.id} ids={{ ...ids, id: `${ids.id}-${chosen.id}` }} parent={chosen.id} onChange={onChange} /> : null}
      <ErrorNote problem={read.data === undefined ? read.error : undefined}><Button onPress={() => void read.refetch()}>再取一次</Button></ErrorNote>
    </>
  );
}
