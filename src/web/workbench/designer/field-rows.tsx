import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { KINDS, kindTitle, moved, nextKey, optionsOf, type DesignField } from './design.ts';
import { OrderedList } from './ordered-list.tsx';

interface Props {
  readonly label: string;
  readonly fields: readonly DesignField[];
  readonly onChange: (fields: DesignField[]) => void;
  /** Removed for good: it never had a column. */
  readonly onRemove: (key: string) => void;
  /** As they stand in the edition in force: their kind is fixed, their choices stay. */
  readonly published: readonly DesignField[];
  readonly registers: readonly { readonly id: string; readonly title: string }[];
  readonly problems: Readonly<Record<string, string>>;
  readonly at: string;
  readonly onList?: boolean;
}

/** So many of the first fields stand on the list unless it is said otherwise. */
const LISTED = 6;

/** The fields of a design: one line each, in their order; a field that holds data is hidden, never removed. */
export function FieldRows({ label, fields, onChange, onRemove, published, registers, problems, at, onList = false }: Props) {
  const shown = fields.filter((field) => !field.hidden);
  const hidden = fields.filter((field) => field.hidden);
  const put = (next: DesignField) => onChange(fields.map((field) => (field.key === next.key ? next : field)));
  const add = () => onChange([...shown, { key: nextKey('f', [...fields, ...published].map((field) => field.key)), title: '', kind: 'text', ...(onList && shown.length < LISTED ? { listed: true as const } : {}) }, ...hidden]);
  return (
    <div className="field-rows">
      <OrderedList label={label} items={shown} keyOf={(field) => field.key} nameOf={(field) => field.title} onMove={(from, to) => onChange([...moved(shown, from, to), ...hidden])}>{(field) => {
        const old = published.find((one) => one.key === field.key);
        return <OneField field={field} old={old} registers={registers} problem={problems[`${at}.${field.key}`]} onList={onList} onChange={put} onAway={() => (old === undefined ? onRemove(field.key) : put({ ...field, hidden: true, required: false }))} onEnter={add} />;
      }}</OrderedList>
      <p className="acts"><Button onPress={add}>加一个字段</Button></p>
      {hidden.length === 0 ? null : <p className="note">已隐藏：{hidden.map((field) => <span key={field.key}>{field.title} <Button kind="bare" onPress={() => put({ ...field, hidden: undefined })}>恢复<span className="vh">{field.title}</span></Button></span>)}</p>}
    </div>
  );
}

interface OneProps {
  readonly field: DesignField; readonly old: DesignField | undefined; readonly registers: Props['registers']; readonly problem: string | undefined; readonly onList: boolean;
  readonly onChange: (field: DesignField) => void; readonly onAway: () => void; readonly onEnter: () => void;
}

function OneField({ field, old, registers, problem, onList, onChange, onAway, onEnter }: OneProps) {
  const [more, setMore] = useState(false);
  const set = (part: Partial<DesignField>) => onChange({ ...field, ...part });
  const counted = field.kind === 'integer' || field.kind === 'number';
  return (
    <>
      <div className="cells">
        <Field label="字段名称" error={problem}>{(ids) => <input {...ids} className="input" value={field.title} maxLength={60} autoComplete="off" onChange={(event) => set({ title: event.target.value })} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); onEnter(); } }} />}</Field>
        <Field label="类型">{(ids) => (old === undefined
          ? <select {...ids} className="input" value={field.kind} onChange={(event) => onChange(ofKind(field, event.target.value as DesignField['kind']))}>{KINDS.map((kind) => <option key={kind.value} value={kind.value}>{kind.title}</option>)}</select>
          : <input {...ids} className="input" readOnly value={`${kindTitle(field.kind)}，已定`} />)}</Field>
        {counted ? <Field label="单位">{(ids) => <input {...ids} className="input" value={field.unit ?? ''} maxLength={12} onChange={(event) => set({ unit: event.target.value === '' ? undefined : event.target.value })} />}</Field> : null}
        {field.kind === 'link' ? <Field label="哪个台账">{(ids) => <select {...ids} className="input" value={field.to ?? ''} onChange={(event) => set({ to: event.target.value })}><option value="">请选</option>{registers.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}</select>}</Field> : null}
      </div>
      {field.kind === 'choice' || field.kind === 'choices' ? <Options field={field} kept={old?.options ?? []} onChange={(options) => set({ options })} /> : null}
      <div className="ticks">
        <Tick label="必填" on={field.required === true} onSet={(on) => set({ required: on })} />
        {onList ? <Tick label="在名单上" on={field.listed === true} onSet={(on) => set({ listed: on || undefined })} /> : null}
        {old === undefined && !['phone', 'id-card', 'bank-account', 'link', 'division', 'files', 'place'].includes(field.kind) ? <Tick label="保密（加密，名单上遮住）" on={field.sensitive !== undefined} onSet={(on) => set({ sensitive: on || undefined })} /> : null}
        <Button kind="bare" onPress={() => setMore(!more)}>{more ? '收起' : '更多'}</Button>
        <Button kind="bare" onPress={onAway}>{old === undefined ? '删去' : '隐藏'}<span className="vh">{field.title}</span></Button>
      </div>
      {more ? <More field={field} onChange={set} /> : null}
    </>
  );
}

/** A field whose kind was changed keeps nothing that belongs to another kind. */
const ofKind = ({ key, title, required, listed, help }: DesignField, kind: DesignField['kind']): DesignField =>
  ({ key, title, kind, ...(required ? { required } : {}), ...(listed ? { listed } : {}), ...(help === undefined ? {} : { help }), ...(kind === 'choice' || kind === 'choices' ? { options: [] } : {}) });

/** The choices, a line each. Those of the edition in force may be retitled, not removed. */
function Options({ field, kept, onChange }: { field: DesignField; kept: NonNullable<DesignField['options']>; onChange: (options: NonNullable<DesignField['options']>) => void }) {
  const [text, setText] = useState((field.options ?? []).map((one) => one.title).join('\n'));
  const write = (next: string) => {
    setText(next);
    onChange(optionsOf(next.split('\n').map((line) => line.trim()).filter((line) => line !== ''), field.options ?? [], kept.map((one) => one.value)));
  };
  return <Field label="选项，一行一个" help={kept.length === 0 ? undefined : '已经发布的选项可以改名，不能删'}>{(ids) => <textarea {...ids} className="input" rows={Math.max(3, text.split('\n').length)} value={text} onChange={(event) => write(event.target.value)} />}</Field>;
}

function More({ field, onChange }: { field: DesignField; onChange: (part: Partial<DesignField>) => void }) {
  const figure = field.kind === 'integer' || field.kind === 'number' || field.kind === 'money';
  const byMoney = field.kind === 'money' ? 100 : 1;
  const read = (text: string): number | undefined => (text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Math.round(Number(text) * byMoney * 1e6) / 1e6);
  const bound = (label: string, key: 'min' | 'max') => <Field label={label}>{(ids) => <input {...ids} className="input short" inputMode="decimal" defaultValue={field[key] === undefined ? '' : String(field[key] / byMoney)} onBlur={(event) => onChange({ [key]: read(event.target.value) })} />}</Field>;
  return (
    <div className="cells">
      <Field label="给填的人的说明" optional>{(ids) => <input {...ids} className="input" value={field.help ?? ''} maxLength={300} onChange={(event) => onChange({ help: event.target.value === '' ? undefined : event.target.value })} />}</Field>
      <Field label="旧表里的其他叫法" optional help="用顿号分开，导入时认得">{(ids) => <input {...ids} className="input" defaultValue={(field.columns ?? []).join('、')} onBlur={(event) => { const all = event.target.value.split(/[、，,]/).map((one) => one.trim()).filter((one) => one !== ''); onChange({ columns: all.length === 0 ? undefined : all }); }} />}</Field>
      {figure ? <>{bound('最小', 'min')}{bound('最大', 'max')}</> : null}
      {field.kind === 'number' ? <Field label="几位小数">{(ids) => <input {...ids} className="input short" inputMode="numeric" value={field.decimals ?? 2} onChange={(event) => onChange({ decimals: Math.max(0, Math.min(6, Number(event.target.value) || 0)) })} />}</Field> : null}
      {['choice', 'choices', 'division', 'yes-no'].includes(field.kind) ? <Tick label="统计按它分" on={field.counted === true} onSet={(on) => onChange({ counted: on || undefined })} /> : null}
    </div>
  );
}

export function Tick({ label, on, onSet }: { label: string; on: boolean; onSet: (on: boolean) => void }) {
  return <label className="tick"><input type="checkbox" checked={on} onChange={(event) => onSet(event.target.checked)} />{label}</label>;
}
