import { useState } from 'react';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { DivisionPicker } from '../../forms/division-picker.tsx';
import { readWritten } from '../../forms/read-written.ts';
import { LinkInput } from '../../forms/link-input.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { usePost } from '../../ui/session.ts';
import type { Asked } from '../views/list-address.ts';
import { addressKey, filterable, inAddress, isRange, rangeOf, writeRange } from './list-choices.ts';

interface Below { readonly id: number; readonly shortName: string; readonly level: string }

interface Props {
  readonly face: RegisterFace;
  readonly asked: Asked;
  readonly onAsked: (asked: Asked) => void;
  /** Words of filters that stay out of the address, by field. */
  readonly words: Readonly<Record<string, string>>;
  readonly onWords: (words: Readonly<Record<string, string>>) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** What a register's list is narrowed by: words, place, day, and any of its fields, one after another. */
export function FilterBar({ face, asked, onAsked, words, onWords, text, onText }: Props) {
  const post = usePost();
  const [added, setAdded] = useState<readonly string[]>([]);
  const below = useApiQuery<readonly Below[]>('division.list-children', { division: post?.divisionId }, { enabled: post !== undefined }).data ?? [];
  const fields = filterable(face.fields);
  const chosen = (field: RegisterField) => (inAddress(field) ? asked[addressKey(field)] : words[field.key]);
  const shown = fields.filter((field) => added.includes(field.key) || chosen(field) !== undefined);
  const set = (key: string, value: string | number | boolean | undefined) => {
    const { [key]: _left, ...rest } = asked;
    onAsked(value === undefined || value === '' ? rest : { ...rest, [key]: value });
  };
  const choose = (field: RegisterField, value: string | boolean | undefined) => {
    if (inAddress(field)) return set(addressKey(field), value);
    const { [field.key]: _left, ...rest } = words;
    return onWords(value === undefined || value === '' ? rest : { ...rest, [field.key]: String(value) });
  };
  const away = (field: RegisterField) => { setAdded(added.filter((key) => key !== field.key)); choose(field, undefined); };
  return (
    <search className="filters" aria-label={`查${face.title}`}>
      <div className="field wide"><Field label="名称、拼音首字母或编号">{(ids) => <input {...ids} className="input" type="search" autoComplete="off" spellCheck={false} value={text} onChange={(event) => onText(event.target.value)} />}</Field></div>
      {below.length === 0 ? null : <Field label={below[0]?.level === 'village' ? '村居' : '镇街'}>{(ids) => <select {...ids} className="input" value={typeof asked['division'] === 'number' ? asked['division'] : ''} onChange={(event) => set('division', event.target.value === '' ? undefined : Number(event.target.value))}><option value="">全部</option>{below.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}</select>}</Field>}
      <DayField label="看哪一天的" note="不写就是现在" value={typeof asked['asOf'] === 'string' ? asked['asOf'] : ''} onChange={(day) => set('asOf', day === '' ? undefined : day)} />
      {(['opened', 'ended'] as const).filter((key) => asked[key] !== undefined).map((key) => <Came key={key} what={key} days={asked[key]} onAway={() => set(key, undefined)} />)}
      {shown.map((field) => <OneFilter key={field.key} field={field} value={chosen(field)} onChange={(value) => choose(field, value)} onAway={() => away(field)} />)}
      {shown.length === fields.length ? null : (
        <Field label="再加一个条件">{(ids) => <select {...ids} className="input" value="" onChange={(event) => setAdded([...added, event.target.value])}><option value="">选哪一栏</option>{fields.filter((field) => !shown.includes(field)).map((field) => <option key={field.key} value={field.key}>{field.title}</option>)}</select>}</Field>
      )}
    </search>
  );
}

/** 新增、退出 of a period, as a count brought it here. */
function Came({ what, days, onAway }: { what: 'opened' | 'ended'; days: string | number | boolean | undefined; onAway: () => void }) {
  const [from, to] = rangeOf(days);
  const title = what === 'opened' ? '新增' : '退出';
  return <p className="one-filter">{from} 至 {to} {title}的<Button kind="bare" onPress={onAway}>去掉<span className="vh">{title}</span></Button></p>;
}

function OneFilter({ field, value, onChange, onAway }: { field: RegisterField; value: string | number | boolean | undefined; onChange: (value: string | boolean | undefined) => void; onAway: () => void }) {
  const away = <Button kind="bare" onPress={onAway}>去掉<span className="vh">{field.title}</span></Button>;
  if (isRange(field)) return <RangeFilter field={field} value={value} onChange={onChange} away={away} />;
  if (field.kind === 'yes-no') {
    return <div className="one-filter"><Field label={field.title}>{(ids) => <select {...ids} className="input" value={value === undefined ? '' : String(value)} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value === 'true')}><option value="">都要</option><option value="true">是</option><option value="false">否</option></select>}</Field>{away}</div>;
  }
  if (field.kind === 'choice' || field.kind === 'choices') {
    return <div className="one-filter"><Field label={field.title}>{(ids) => <select {...ids} className="input" value={String(value ?? '')} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}><option value="">都要</option>{field.options?.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}</select>}</Field>{away}</div>;
  }
  if (field.kind === 'link') {
    return <div className="one-filter"><Field label={field.title}>{(ids) => <LinkInput field={field} ids={ids} label={undefined} value={value === undefined ? null : Number(value)} onChange={(next) => onChange(typeof next === 'number' ? String(next) : undefined)} />}</Field>{away}</div>;
  }
  if (field.kind === 'division') {
    return <div className="one-filter"><Field label={field.title}>{(ids) => <DivisionPicker ids={ids} value={value === undefined ? null : String(value)} onChange={(next) => onChange(typeof next === 'string' ? next : undefined)} />}</Field>{away}</div>;
  }
  return <div className="one-filter"><Field label={`${field.title}，写开头几个字`}>{(ids) => <input {...ids} className="input" value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />}</Field>{away}</div>;
}

function RangeFilter({ field, value, onChange, away }: { field: RegisterField; value: string | number | boolean | undefined; onChange: (value: string | undefined) => void; away: React.ReactNode }) {
  const [from, to] = rangeOf(value);
  const unit = field.kind === 'money' ? '元' : field.unit;
  if (field.kind === 'date') return <div className="one-filter"><DayField label={`${field.title}，从`} value={from} onChange={(next) => onChange(writeRange(next, to))} /><DayField label="到" value={to} onChange={(next) => onChange(writeRange(from, next))} />{away}</div>;
  const input = (label: string, text: string, write: (text: string) => string) => <Field label={label}>{(ids) => <input {...ids} className="input short" inputMode="decimal" placeholder={field.kind === 'month' ? '年-月' : ''} value={text} onChange={(event) => onChange(write(event.target.value.replaceAll('~', '').trim()))} />}</Field>;
  return <div className="one-filter">{input(`${field.title}${unit === undefined ? '' : `（${unit}）`}，从`, from, (next) => writeRange(next, to))}{input('到', to, (next) => writeRange(from, next))}{away}</div>;
}

/** A day that is asked for once it can be read: 20141103, 2014.11.3. */
export function DayField({ label, note, value, onChange }: { label: string; note?: string; value: string; onChange: (day: string) => void }) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const take = (text: string) => {
    setTyped(text);
    const read = readWritten('date', text);
    if (text.trim() === '') onChange('');
    else if (typeof read === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(read)) onChange(read);
  };
  return <Field label={label}>{(ids) => <input {...ids} className="input short" placeholder={note ?? '年-月-日'} value={typed ?? value} onChange={(event) => take(event.target.value)} onBlur={() => setTyped(undefined)} />}</Field>;
}
