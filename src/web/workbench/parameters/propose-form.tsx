import { useState } from 'react';
import { parseYuan } from '../../../kernel/values/money.ts';
import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { readWritten } from '../../forms/read-written.ts';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field, type InputIds } from '../../ui/field.tsx';
import { useCity } from '../../ui/session.ts';
import type { ListedParameter } from './parameter-list.ts';
import { isDay } from '../../forms/read-written.ts';

interface Entry { readonly division: string; readonly hukouKind: 'urban' | 'rural' | 'all'; readonly value: string; readonly from: string; readonly to: string; readonly title: string; readonly number: string; readonly issuer: string }
type Faults = Partial<Record<keyof Entry, string>>;

/** 录入新的数: figure, days, document. It counts only once another person has signed it. */
export function ProposeForm({ parameter, onDone }: { parameter: ListedParameter; onDone: () => void }) {
  const city = useCity();
  const propose = useApiCommand<{ readonly id: number }>('policy.propose-value');
  const [entry, setEntry] = useState<Entry>({ division: city?.code ?? '', hukouKind: 'all', value: '', from: '', to: '', title: '', number: '', issuer: '' });
  const [faults, setFaults] = useState<Faults>({});
  const set = (key: keyof Entry) => (text: string) => setEntry((now) => ({ ...now, [key]: text }));
  const send = async () => {
    const read = readEntry(parameter, entry);
    setFaults(read.faults);
    if (read.body !== undefined && (await propose.run(read.body)) !== undefined) onDone();
  };
  const from = readWritten('date', entry.from);
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <PlaceField value={entry.division} onChange={set('division')} />
      {parameter.byHukouKind ? <Choice legend="哪一种户口" name="hukou" value={entry.hukouKind} onChange={set('hukouKind')} options={[{ value: 'all', title: '城乡同一个数' }, { value: 'urban', title: '城镇' }, { value: 'rural', title: '农村' }]} /> : null}
      <Field label={parameter.title} required error={faults.value} {...(parameter.note === null ? {} : { help: parameter.note })}>{(ids) => <ValueInput parameter={parameter} value={entry.value} onChange={set('value')} ids={ids} />}</Field>
      <div className="pair">
        <Field label="从哪天起" required error={faults.from} help={typeof from === 'string' && /^\d{4}-/.test(from) && from.length === 10 ? dayLong(from) : '写成 2015-01-01'}>{(ids) => <input {...ids} className="input" value={entry.from} onChange={(event) => set('from')(event.target.value)} />}</Field>
        <Field label="到哪天止" optional error={faults.to} help="不写就是一直有效">{(ids) => <input {...ids} className="input" value={entry.to} onChange={(event) => set('to')(event.target.value)} />}</Field>
      </div>
      <Field label="依据的文件" required error={faults.title} help="照文件写全名">{(ids) => <input {...ids} className="input" value={entry.title} onChange={(event) => set('title')(event.target.value)} />}</Field>
      <div className="pair">
        <Field label="文号" optional help="手上没有就空着，屏幕上会写“文号未录入”">{(ids) => <input {...ids} className="input" value={entry.number} onChange={(event) => set('number')(event.target.value)} />}</Field>
        <Field label="发文单位" optional help="如 中山市人民政府">{(ids) => <input {...ids} className="input" value={entry.issuer} onChange={(event) => set('issuer')(event.target.value)} />}</Field>
      </div>
      <ErrorNote problem={propose.problem} kept="您写的都还在这里。" />
      <div className="foot"><Button onPress={onDone}>先不录</Button><Button kind="main" type="submit" busy={propose.busy}>送另一位同事复核</Button></div>
    </form>
  );
}

/** The whole city, or one of the divisions right under it. */
function PlaceField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const city = useCity();
  const below = useApiQuery<readonly { readonly code: string; readonly shortName: string }[]>('division.list-children');
  return (
    <Field label="哪里适用">{(ids) => (
      <select {...ids} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value={city?.code}>{city?.name}全市</option>
        {below.data?.map((one) => <option key={one.code} value={one.code}>{one.shortName}</option>)}
      </select>
    )}</Field>
  );
}

function ValueInput({ parameter, value, onChange, ids }: { parameter: ListedParameter; value: string; onChange: (text: string) => void; ids: InputIds }) {
  if (parameter.kind === 'choice' || parameter.kind === 'switch') {
    const options = parameter.kind === 'switch' ? { true: '是', false: '否' } : (parameter.choices ?? {});
    return (
      <select {...ids} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">请选</option>
        {Object.entries(options).map(([key, title]) => <option key={key} value={key}>{title}</option>)}
      </select>
    );
  }
  return <span className="in-unit"><input {...ids} className="input" inputMode="decimal" value={value} onChange={(event) => onChange(event.target.value)} /><span>{parameter.unit}</span></span>;
}

/** Reads what was typed into the command's body; every fault gets its sentence. Pure. */
export function readEntry(parameter: Pick<ListedParameter, 'id' | 'title' | 'kind' | 'unit'>, entry: Entry): { readonly body?: unknown; readonly faults: Faults } {
  const value = readValue(parameter.kind, entry.value);
  const [from, to] = [readWritten('date', entry.from), readWritten('date', entry.to)];
  const faults: { -readonly [Key in keyof Faults]: string } = {};
  if (value === undefined) faults.value = parameter.kind === 'money' ? '请写金额，如 533 或 533.50。' : `请照“${parameter.unit === '' ? parameter.title : parameter.unit}”写。`;
  if (!isDay(from)) faults.from = '请写哪天起，如 2015-01-01。';
  if (to !== null && !isDay(to)) faults.to = '日期没有看懂，写成 2015-12-31，或空着。';
  else if (isDay(from) && isDay(to) && to < from) faults.to = '止日要在起日之后。';
  if (entry.title.trim() === '') faults.title = '请写依据的文件名称。没有文件的数不能录。';
  if (Object.keys(faults).length > 0) return { faults };
  const number = entry.number.trim();
  const issuer = entry.issuer.trim();
  return {
    faults,
    body: {
      parameter: parameter.id, division: entry.division, ...(entry.hukouKind === 'all' ? {} : { hukouKind: entry.hukouKind }), value, from, to: isDay(to) ? addDays(plainDate(to), 1) : null,
      document: { title: entry.title.trim().replace(/^《|》$/g, ''), number: number === '' || number === '无' ? null : number, ...(issuer === '' ? {} : { issuer }) },
    },
  };
}

function readValue(kind: ListedParameter['kind'], text: string): number | string | boolean | undefined {
  const plain = text.trim();
  switch (kind) {
    case 'money': return parseYuan(plain);
    case 'count': case 'months': return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
    case 'ratio': return /^\d+(?:\.\d+)?$/.test(plain) ? plain : undefined;
    case 'switch': return plain === 'true' ? true : plain === 'false' ? false : undefined;
    case 'choice': return plain === '' ? undefined : plain;
  }
}
