import type { OwnDeclarationSent } from '../../../kernel/records/own/declaration-shape.ts';

/** A register being designed, as it is sent. */
export type Design = OwnDeclarationSent;
export type DesignField = Design['fields'][number];
export type DesignSub = NonNullable<Design['subRecords']>[number];
export type DesignState = Design['states'][string];
export type DesignCount = NonNullable<Design['counts']>[number];
export type DesignReminder = NonNullable<Design['reminders']>[number];

/** What a new one begins with: a name, and two states. */
export const plainDesign = (keepers: readonly string[], line = 'own'): Design => ({
  title: '', unit: '', purpose: '', line, name: 'f1',
  fields: [{ key: 'f1', title: '名称', kind: 'text', required: true, listed: true, searched: true }],
  states: { s1: { title: '在册' }, s2: { title: '退出', ends: true } }, keepers: [...keepers],
});

/** Kinds of a field as the keeper of a ledger calls them. */
export const KINDS: readonly { readonly value: DesignField['kind']; readonly title: string }[] = [
  { value: 'text', title: '一行文字' }, { value: 'long-text', title: '多行文字' }, { value: 'choice', title: '单选' }, { value: 'choices', title: '多选' }, { value: 'yes-no', title: '是／否' },
  { value: 'date', title: '日期' }, { value: 'month', title: '月份' }, { value: 'year', title: '年份' }, { value: 'integer', title: '整数' }, { value: 'number', title: '小数' }, { value: 'money', title: '金额' },
  { value: 'division', title: '区划' }, { value: 'place', title: '地图上的点' }, { value: 'link', title: '另一台账的记录' }, { value: 'person-name', title: '姓名' }, { value: 'phone', title: '电话（加密）' }, { value: 'id-card', title: '身份证号（加密）' },
  { value: 'bank-account', title: '银行账号（加密）' }, { value: 'files', title: '附件' },
];
export const kindTitle = (kind: DesignField['kind']): string => KINDS.find((one) => one.value === kind)?.title ?? kind;

/** A key nobody has yet: f1, f2. Keys once given are never given again while they are known. Pure. */
export function nextKey(head: string, used: Iterable<string>): string {
  const taken = new Set(used);
  for (let no = 1; ; no += 1) if (!taken.has(`${head}${no}`)) return `${head}${no}`;
}

/** The list with one thing moved by so many places. Pure. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_one, at) => at !== from);
  const one = list[from];
  return one === undefined || to < 0 || to >= list.length ? [...list] : [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** States in another order. Pure. */
export const orderStates = (states: Design['states'], order: readonly string[]): Design['states'] => Object.fromEntries(order.flatMap((id) => (states[id] ? [[id, states[id]]] : [])));

/** Options as they are typed, a line each: a line that was retitled keeps its value, a new one gets its own. Pure. */
export function optionsOf(lines: readonly string[], before: readonly { readonly value: string; readonly title: string }[], kept: readonly string[] = []): { value: string; title: string }[] {
  const used = new Set([...before.map((one) => one.value), ...kept]);
  return lines.map((title, at) => {
    const same = before.find((one) => one.title === title);
    const here = before[at];
    const value = same?.value ?? (here !== undefined && !lines.includes(here.title) ? here.value : nextKey('o', used));
    used.add(value);
    return { value, title };
  });
}

/** The design without what a removed field was named by elsewhere: states, reminders, counts, rules. Pure. */
export function withoutField(design: Design, key: string): Design {
  const states = Object.fromEntries(Object.entries(design.states).map(([id, state]) => [id, state.needs === undefined ? state : { ...state, needs: state.needs.filter((one) => one !== key) }]));
  const names = (of: DesignCount['of'] | undefined): boolean => of !== undefined && of.what !== 'entries' && (of.sum === key || of.distinct === key || Object.hasOwn(of.where ?? {}, key));
  return {
    ...design, states, fields: design.fields.filter((field) => field.key !== key), ...(design.name === key ? { name: undefined } : {}),
    ...(design.key ? { key: design.key.filter((one) => one !== key) } : {}),
    ...(design.reminders ? { reminders: design.reminders.filter((one) => !('field' in one.due && one.due.field === key)) } : {}),
    ...(design.counts ? { counts: design.counts.filter((one) => !names(one.of) && !names(one.over)) } : {}),
    ...(design.checks ? { checks: design.checks.filter((one) => one.test.left !== key && one.test.right !== key) } : {}),
    ...(design.derived ? { derived: design.derived.filter((one) => !Object.values(one.value).includes(key)) } : {}),
  };
}

/** Fields that are asked for now. */
export const shownFields = (fields: readonly DesignField[]): DesignField[] => fields.filter((field) => field.hidden !== true);
