import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { nextKey, shownFields, type Design, type DesignCount, type DesignField, type DesignReminder, type DesignSub } from './design.ts';
import { FieldRows, Tick } from './field-rows.tsx';

export interface PartProps { readonly design: Design; readonly onChange: (design: Design) => void; readonly published: Design | null; readonly problems: Readonly<Record<string, string>>; readonly registers: readonly { readonly id: string; readonly title: string }[] }

const Text = ({ label, value, onSet, error, max = 60, short = false }: { label: string; value: string; onSet: (text: string) => void; error?: string | undefined; max?: number; short?: boolean }) =>
  <Field label={label} error={error}>{(ids) => <input {...ids} className={short ? 'input short' : 'input'} value={value} maxLength={max} onChange={(event) => onSet(event.target.value)} />}</Field>;
const Days = ({ label, value, onSet }: { label: string; value: number; onSet: (days: number) => void }) =>
  <Field label={label}>{(ids) => <input {...ids} className="input short" inputMode="numeric" value={value} onChange={(event) => onSet(Math.max(0, Math.min(3660, Math.trunc(Number(event.target.value)) || 0)))} />}</Field>;
const Pick = ({ label, value, options, onSet, error }: { label: string; value: string; options: readonly { readonly value: string; readonly title: string }[]; onSet: (value: string) => void; error?: string | undefined }) =>
  <Field label={label} error={error}>{(ids) => <select {...ids} className="input" value={value} onChange={(event) => onSet(event.target.value)}>{options.map((one) => <option key={one.value} value={one.value}>{one.title}</option>)}</select>}</Field>;
const asOptions = (fields: readonly DesignField[]): { value: string; title: string }[] => fields.map((field) => ({ value: field.key, title: field.title }));

function Rows<One>({ items, keyOf, nameOf, onAway, add, addTitle, children }: { items: readonly One[]; keyOf: (one: One) => string; nameOf: (one: One) => string; onAway: (one: One) => void; add: () => void; addTitle: string; children: (one: One) => ReactNode }) {
  return (
    <>
      <ul className="ordered plain">{items.map((one) => <li key={keyOf(one)}><div className="one">{children(one)}</div><span className="arrows"><Button kind="bare" onPress={() => onAway(one)}>删去<span className="vh">{nameOf(one)}</span></Button></span></li>)}</ul>
      <p className="acts"><Button onPress={add}>{addTitle}</Button></p>
    </>
  );
}

/** 子台账: what happens again and again under a record. */
export function SubRows({ design, onChange, published, problems, registers }: PartProps) {
  const all = design.subRecords ?? [];
  const subs = all.filter((sub) => !sub.hidden);
  const write = (next: readonly DesignSub[]) => onChange({ ...design, subRecords: next.length === 0 ? undefined : [...next] });
  const put = (sub: DesignSub) => write(all.map((one) => (one.id === sub.id ? sub : one)));
  const away = (sub: DesignSub) => (published?.subRecords?.some((one) => one.id === sub.id) ? put({ ...sub, hidden: true }) : write(all.filter((one) => one.id !== sub.id)));
  const add = () => write([...all, { id: nextKey('b', all.map((sub) => sub.id)), title: '', unit: '次', day: '日期', fields: [] }]);
  return (
    <Rows items={subs} keyOf={(sub) => sub.id} nameOf={(sub) => sub.title} onAway={away} add={add} addTitle="加一本子台账">{(sub) => (
      <>
        <div className="cells">
          <Text label="名称（走访、检查、付款）" value={sub.title} error={problems[`subRecords.${sub.id}`]} onSet={(title) => put({ ...sub, title })} />
          <Text label="单位" short max={12} value={sub.unit} onSet={(unit) => put({ ...sub, unit })} />
          <Text label="日期栏叫什么" value={sub.day} onSet={(day) => put({ ...sub, day })} />
        </div>
        <div className="ticks">
          <Tick label="每条记一个人（按证件号）" on={sub.person !== undefined} onSet={(on) => put({ ...sub, person: on ? { title: '人员' } : undefined })} />
          <Tick label="合计次数" on={(sub.totals ?? []).some((total) => total.as === 'count')} onSet={(on) => put({ ...sub, totals: withTotal(design, sub, on, (key) => ({ key, title: `${sub.title}${sub.unit}数`, unit: sub.unit, as: 'count' })) })} />
          {sub.fields.filter((field) => !field.hidden && ['money', 'integer', 'number'].includes(field.kind)).map((field) => (
            <Tick key={field.key} label={`合计${field.title}`} on={(sub.totals ?? []).some((total) => total.as === 'sum' && total.of === field.key)} onSet={(on) => put({ ...sub, totals: withTotal(design, sub, on, (key) => ({ key, title: `${field.title}合计`, unit: field.unit, as: 'sum', of: field.key })) })} />
          ))}
        </div>
        <FieldRows label={`${sub.title}的栏`} fields={sub.fields} published={published?.subRecords?.find((one) => one.id === sub.id)?.fields ?? []} registers={registers} problems={problems} at={`subRecords.${sub.id}.fields`}
          onChange={(fields) => put({ ...sub, fields })} onRemove={(key) => put({ ...sub, fields: sub.fields.filter((field) => field.key !== key), totals: sub.totals?.filter((total) => total.of !== key) })} />
      </>
    )}</Rows>
  );
}

type DesignTotal = NonNullable<DesignSub['totals']>[number];
/** The totals with one more, or without the one of that kind; their keys are one row over all sub-records. */
function withTotal(design: Design, sub: DesignSub, on: boolean, make: (key: string) => DesignTotal): DesignTotal[] | undefined {
  const wanted = make(nextKey('t', (design.subRecords ?? []).flatMap((one) => (one.totals ?? []).map((total) => total.key))));
  const rest = (sub.totals ?? []).filter((total) => !(total.as === wanted.as && total.of === wanted.of));
  const next = on ? [...rest, wanted] : rest;
  return next.length === 0 ? undefined : next;
}

/** 到期提醒. */
export function ReminderRows({ design, onChange, problems }: PartProps) {
  const reminders = design.reminders ?? [];
  const days = shownFields(design.fields).filter((field) => field.kind === 'date' && field.sensitive === undefined);
  const subs = (design.subRecords ?? []).filter((sub) => !sub.hidden);
  const write = (next: readonly DesignReminder[]) => onChange({ ...design, reminders: next.length === 0 ? undefined : [...next] });
  const put = (reminder: DesignReminder) => write(reminders.map((one) => (one.id === reminder.id ? reminder : one)));
  const kinds = [...(days.length > 0 ? [{ value: 'field', title: '某个日期以前' }] : []), ...(subs.length > 0 ? [{ value: 'entries', title: '子台账多久没记' }] : []), { value: 'standing', title: '在一个状态停了多久' }];
  const begin = (kind: string): DesignReminder['due'] => (kind === 'field' ? { field: days[0]?.key ?? '', before: 30 } : kind === 'entries' ? { entries: subs[0]?.id ?? '', every: 12 } : { standing: 30 });
  const add = () => write([...reminders, { id: nextKey('r', reminders.map((one) => one.id)), title: '', due: begin(kinds[0]?.value ?? 'standing') }]);
  return (
    <Rows items={reminders} keyOf={(one) => one.id} nameOf={(one) => one.title} onAway={(gone) => write(reminders.filter((one) => one !== gone))} add={add} addTitle="加一个提醒">{(one) => {
      const { due } = one;
      return (
        <div className="cells">
          <Text label="提醒的话（协议快到期）" value={one.title} error={problems[`reminders.${one.id}`]} onSet={(title) => put({ ...one, title })} />
          <Pick label="什么时候" value={'entries' in due ? 'entries' : 'field' in due ? 'field' : 'standing'} options={kinds} onSet={(kind) => put({ ...one, due: begin(kind) })} />
          {'field' in due && !('entries' in due) ? <><Pick label="哪个日期" value={due.field} options={asOptions(days)} onSet={(field) => put({ ...one, due: { ...due, field } })} /><Days label="提前几天" value={due.before} onSet={(before) => put({ ...one, due: { ...due, before } })} /></> : null}
          {'every' in due ? <><Pick label="哪本子台账" value={due.entries} options={subs.map((sub) => ({ value: sub.id, title: sub.title }))} onSet={(entries) => put({ ...one, due: { ...due, entries } })} /><Days label="超过几个月" value={typeof due.every === 'number' ? due.every : 12} onSet={(every) => put({ ...one, due: { ...due, every: Math.max(1, Math.min(240, every)) } })} /></> : null}
          {'standing' in due ? <Days label="超过几天" value={due.standing} onSet={(standing) => put({ ...one, due: { standing } })} /> : null}
          {'entries' in due ? null : <Pick label="在哪个状态" value={one.in?.[0] ?? ''} options={[{ value: '', title: '没结束的都算' }, ...Object.entries(design.states).map(([value, state]) => ({ value, title: state.title }))]} onSet={(state) => put({ ...one, in: state === '' ? undefined : [state] })} />}
        </div>
      );
    }}</Rows>
  );
}

const WHATS: readonly { readonly value: DesignCount['of']['what']; readonly title: string }[] = [{ value: 'stock', title: '现有（某一天在册的）' }, { value: 'opened', title: '一段时间新增的' }, { value: 'ended', title: '一段时间退出的' }, { value: 'entries', title: '子台账记的' }];

/** 统计: numbers that come by themselves. */
export function CountRows({ design, onChange, problems }: PartProps) {
  const counts = design.counts ?? [];
  const subs = (design.subRecords ?? []).filter((sub) => !sub.hidden);
  const write = (next: readonly DesignCount[]) => onChange({ ...design, counts: next.length === 0 ? undefined : [...next] });
  const put = (count: DesignCount) => write(counts.map((one) => (one.id === count.id ? count : one)));
  const add = () => write([...counts, { id: nextKey('n', counts.map((one) => one.id)), title: design.title === '' ? '' : `${design.title}数`, unit: design.unit, of: { what: 'stock' } }]);
  return (
    <Rows items={counts} keyOf={(one) => one.id} nameOf={(one) => one.title} onAway={(gone) => write(counts.filter((one) => one !== gone))} add={add} addTitle="加一个统计">{(one) => {
      const fields = one.of.what === 'entries' ? subs.find((sub) => sub.id === one.of.sub)?.fields ?? [] : shownFields(design.fields);
      const figures = fields.filter((field) => ['money', 'integer', 'number'].includes(field.kind) && field.sensitive === undefined);
      const choices = fields.filter((field) => field.kind === 'choice' || field.kind === 'choices' || field.kind === 'yes-no');
      const [where] = Object.entries(one.of.where ?? {});
      const asked = choices.find((field) => field.key === where?.[0]);
      const of = (part: Partial<DesignCount['of']>) => put({ ...one, of: { ...one.of, ...part } });
      return (
        <div className="cells">
          <Text label="统计的名称" value={one.title} error={problems[`counts.${one.id}`]} onSet={(title) => put({ ...one, title })} />
          <Text label="单位" short max={12} value={one.unit} onSet={(unit) => put({ ...one, unit })} />
          <Pick label="数什么" value={one.of.what} options={WHATS.filter((what) => what.value !== 'entries' || subs.length > 0)} onSet={(what) => put({ ...one, of: what === 'entries' ? { what, sub: subs[0]?.id } : { what: what as DesignCount['of']['what'] } })} />
          {one.of.what === 'entries' ? <Pick label="哪本子台账" value={one.of.sub ?? ''} options={subs.map((sub) => ({ value: sub.id, title: sub.title }))} onSet={(sub) => put({ ...one, of: { what: 'entries', sub } })} /> : null}
          <Pick label="怎么算" value={one.of.sum ?? ''} options={[{ value: '', title: '数条数' }, ...figures.map((field) => ({ value: field.key, title: `把“${field.title}”加起来` }))]} onSet={(sum) => of({ sum: sum === '' ? undefined : sum })} />
          {choices.length === 0 ? null : <Pick label="只算" value={where?.[0] ?? ''} options={[{ value: '', title: '全部' }, ...asOptions(choices)]} onSet={(key) => { const field = choices.find((each) => each.key === key); of({ where: field === undefined ? undefined : { [key]: field.kind === 'yes-no' ? true : field.options?.[0]?.value ?? '' } }); }} />}
          {asked === undefined || where === undefined ? null : <Pick label={`${asked.title}是`} value={String(Array.isArray(where[1]) ? where[1][0] : where[1])} options={asked.kind === 'yes-no' ? [{ value: 'true', title: '是' }, { value: 'false', title: '否' }] : (asked.options ?? []).map((option) => ({ value: option.value, title: option.title }))} onSet={(value) => of({ where: { [asked.key]: asked.kind === 'yes-no' ? value === 'true' : value } })} />}
        </div>
      );
    }}</Rows>
  );
}

/** 规则和算出来的栏: two fields held against each other, one worked out of two. */
export function RuleRows({ design, onChange, problems }: PartProps) {
  const totals = (design.subRecords ?? []).filter((sub) => !sub.hidden).flatMap((sub) => (sub.totals ?? []).map((total) => ({ value: total.key, title: total.title })));
  const figures = [...asOptions(shownFields(design.fields).filter((field) => ['money', 'integer', 'number', 'year', 'date', 'month'].includes(field.kind) && field.sensitive === undefined)), ...totals];
  const [checks, derived] = [design.checks ?? [], design.derived ?? []];
  type Check = (typeof checks)[number];
  type Derived = (typeof derived)[number];
  const writeChecks = (next: readonly Check[]) => onChange({ ...design, checks: next.length === 0 ? undefined : [...next] });
  const writeDerived = (next: readonly Derived[]) => onChange({ ...design, derived: next.length === 0 ? undefined : [...next] });
  if (figures.length === 0) return <p className="note">有了日期、数字、金额的字段，就可以在这里写规则，或者让台账自己算一栏。</p>;
  const first = figures[0]?.value ?? '';
  const put = (check: Check) => writeChecks(checks.map((one) => (one.id === check.id ? check : one)));
  const test = (check: Check, part: Partial<Check['test']>) => put({ ...check, test: { ...check.test, ...part } });
  const calc = (one: Derived, value: Derived['value'], kind: Derived['kind'] = one.kind) => writeDerived(derived.map((each) => (each.key === one.key ? { ...one, value, kind } : each)));
  return (
    <>
      <Rows items={checks} keyOf={(one) => one.id} nameOf={(one) => one.title} onAway={(gone) => writeChecks(checks.filter((one) => one !== gone))} addTitle="加一条规则"
        add={() => writeChecks([...checks, { id: nextKey('c', checks.map((one) => one.id)), title: '', then: 'refuse', test: { left: first, is: '<=', right: first, sentence: '' } }])}>{(one) => (
        <div className="cells">
          <Pick label="应当" value={one.test.left} options={figures} onSet={(left) => test(one, { left })} />
          <Pick label="比较" value={one.test.is} options={[{ value: '<=', title: '不大于（不晚于）' }, { value: '>=', title: '不小于（不早于）' }, { value: '<', title: '小于（早于）' }, { value: '>', title: '大于（晚于）' }, { value: '=', title: '等于' }]} onSet={(is) => test(one, { is: is as Check['test']['is'] })} />
          <Pick label="和谁比" value={typeof one.test.right === 'number' ? '#' : one.test.right} options={[...figures, { value: '#', title: '一个数' }]} onSet={(right) => test(one, { right: right === '#' ? 0 : right })} />
          {typeof one.test.right === 'number' ? <Field label="数（金额写分）">{(ids) => <input {...ids} className="input short" inputMode="decimal" defaultValue={String(one.test.right)} onBlur={(event) => test(one, { right: Number(event.target.value) || 0 })} />}</Field> : null}
          <Text label="不合时说什么" max={300} value={one.test.sentence} error={problems[`checks.${one.id}`]} onSet={(sentence) => put({ ...one, title: sentence.slice(0, 30), test: { ...one.test, sentence } })} />
          <Pick label="不合就" value={one.then} options={[{ value: 'refuse', title: '不让登记' }, { value: 'warn', title: '登记，但提醒' }]} onSet={(then) => put({ ...one, then: then as Check['then'] })} />
        </div>
      )}</Rows>
      <Rows items={derived} keyOf={(one) => one.key} nameOf={(one) => one.title} onAway={(gone) => writeDerived(derived.filter((one) => one !== gone))} addTitle="加一栏自动算的"
        add={() => writeDerived([...derived, { key: nextKey('d', derived.map((one) => one.key)), title: '', kind: 'number', value: { ratio: first, over: first, percent: true } }])}>{(one) => {
        const { value } = one;
        return (
          <div className="cells">
            <Text label="叫什么" value={one.title} error={problems[`derived.${one.key}`]} onSet={(title) => writeDerived(derived.map((each) => (each.key === one.key ? { ...one, title } : each)))} />
            <Pick label="怎么算" value={'ratio' in value ? (value.percent ? 'percent' : 'ratio') : 'difference' in value ? 'difference' : 'days'} options={[{ value: 'percent', title: '占比（%）' }, { value: 'ratio', title: '相除' }, { value: 'difference', title: '相减' }, { value: 'days', title: '离某天还有几天' }]}
              onSet={(how) => calc({ ...one, unit: how === 'percent' ? '%' : how === 'days' ? '天' : undefined }, how === 'days' ? { daysUntil: first } : how === 'difference' ? { difference: first, minus: first } : { ratio: first, over: first, ...(how === 'percent' ? { percent: true as const } : {}) }, how === 'days' ? 'integer' : 'number')} />
            {'ratio' in value ? <><Pick label="用" value={value.ratio} options={figures} onSet={(ratio) => calc(one, { ...value, ratio })} /><Pick label="除以" value={value.over} options={figures} onSet={(over) => calc(one, { ...value, over })} /></> : null}
            {'difference' in value ? <><Pick label="用" value={value.difference} options={figures} onSet={(difference) => calc(one, { ...value, difference })} /><Pick label="减去" value={value.minus} options={figures} onSet={(minus) => calc(one, { ...value, minus })} /></> : null}
            {'daysUntil' in value ? <Pick label="哪一天" value={value.daysUntil} options={figures} onSet={(daysUntil) => calc(one, { daysUntil })} /> : null}
          </div>
        );
      }}</Rows>
    </>
  );
}
