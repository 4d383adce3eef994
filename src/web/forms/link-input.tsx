import { useState } from 'react';
import type { FormField } from '../../kernel/contract/form.ts';
import type { Linked } from '../../kernel/records/face.ts';
import { useApiQuery } from '../api-client.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import type { InputIds } from '../ui/field.tsx';
import { useSettled } from '../ui/use-settled.ts';
import type { FormValue } from './form-values.ts';

interface Props { readonly field: FormField; readonly value: FormValue | undefined; readonly onChange: (value: FormValue) => void; readonly ids: InputIds; /** What the record that stands here is called. */ readonly label: string | undefined }

/** A record of another register, found by its name, pinyin or number, never retyped. The value is its id. */
export function LinkInput({ field, value, onChange, ids, label }: Props) {
  const [text, setText] = useState('');
  const [named, setNamed] = useState<{ readonly id: number; readonly title: string } | undefined>(undefined);
  const settled = useSettled(text.trim());
  const read = useApiQuery<readonly Linked[]>('records.suggest', { register: field.to ?? '', text: settled }, { enabled: typeof value !== 'number' && field.to !== undefined });
  if (typeof value === 'number') {
    const title = named?.id === value ? named.title : (label ?? `第 ${value} 号记录`);
    return <span className="divisions chosen" id={ids.id} tabIndex={-1}><span className="filled">{title}</span><Button onPress={() => { setText(''); onChange(null); }}>另选</Button></span>;
  }
  return (
    <>
      <Combobox text={text} onText={setText} whenEmpty input={{ ...ids, placeholder: '写名称、拼音首字母或编号' }}
        say={read.data === undefined || settled !== text.trim() ? '正在找…' : '没有找到。先到它的台账里登记，再回来选。'}
        options={(read.data ?? []).map((one) => ({ id: String(one.id), title: one.title }))}
        onPick={(option) => { setNamed({ id: Number(option.id), title: option.title }); onChange(Number(option.id)); }} />
      {field.to === undefined ? null : <span className="note">没有的，<a href={`/workbench/registers/${field.to}/new`} target="_blank" rel="noreferrer">在新窗口登记</a>，再回来选。</span>}
    </>
  );
}
