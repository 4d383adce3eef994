import type { Register, RegisterField, SubRecord } from '../../contract/register.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { columnType, isSecret } from '../table/column-types.ts';

export interface DesignProblem { readonly path: string; readonly sentence: string }

/** What an edition may not leave out of the one in force is carried on, hidden: fields and sub-records are never dropped. Pure. */
export function carryHidden<T extends Pick<Register, 'fields' | 'subRecords'>>(next: T, before: Pick<Register, 'fields' | 'subRecords'> | undefined): T {
  if (before === undefined) return next;
  const subs = next.subRecords ?? [];
  const goneSubs = (before.subRecords ?? []).filter((sub) => !subs.some((one) => one.id === sub.id)).map((sub) => ({ ...sub, hidden: true as const }));
  const subRecords = [...subs.map((sub) => ({ ...sub, fields: carryFields(sub.fields, before.subRecords?.find((one) => one.id === sub.id)?.fields) })), ...goneSubs];
  return { ...next, fields: carryFields(next.fields, before.fields), ...(subRecords.length > 0 ? { subRecords } : {}) };
}

function carryFields(fields: readonly RegisterField[], before: readonly RegisterField[] = []): RegisterField[] {
  const gone = before.filter((field) => !fields.some((one) => one.key === field.key)).map((field) => ({ ...field, hidden: true as const }));
  return [...fields, ...gone].map((field) => (field.hidden ? { ...field, required: false } : field));
}

/** What cannot be done to a register that holds rows: retyping a column, forgetting a state or a choice that rows stand in. Pure. */
export function listUndoable(before: Register | undefined, next: Register): DesignProblem[] {
  if (before === undefined) return [];
  const states = Object.keys(before.states).filter((id) => next.states[id] === undefined).map((id) => ({ path: 'states', sentence: `状态“${before.states[id]?.title ?? id}”已经用过，不能删。不再用的，把它改成“不再转入”。` }));
  const subs = (before.subRecords ?? []).flatMap((sub) => retypedIn(sub.fields, next.subRecords?.find((one) => one.id === sub.id)?.fields ?? [], `subRecords.${sub.id}.fields`));
  return [...states, ...retypedIn(before.fields, next.fields, 'fields'), ...subs];
}

function retypedIn(before: readonly RegisterField[], next: readonly RegisterField[], at: string): DesignProblem[] {
  return before.flatMap((old) => {
    const now = next.find((field) => field.key === old.key);
    const path = `${at}.${old.key}`;
    if (now === undefined) return [];
    if (now.kind !== old.kind || columnType(now) !== columnType(old) || isSecret(now) !== isSecret(old)) {
      return [{ path, sentence: `“${old.title}”已经有内容，${now.kind === old.kind ? '是不是保密' : '类型'}不能改。请隐藏它，另加一个字段。` }];
    }
    if (now.kind === 'number' && (now.decimals ?? 2) < (old.decimals ?? 2)) return [{ path, sentence: `“${old.title}”的小数位数只能增加，已经写的不能丢。` }];
    if (now.to !== old.to) return [{ path, sentence: `“${old.title}”指向的台账不能换。请隐藏它，另加一个字段。` }];
    const lost = (old.options ?? []).filter((option) => !(now.options ?? []).some((one) => one.value === option.value));
    return lost.map((option) => ({ path, sentence: `“${old.title}”的选项“${option.title}”可能已经有人选了，不能删；名称可以改。` }));
  });
}

/** What an edition changes against the one before, as sentences. Pure. */
export function listChanges(before: Register | undefined, next: Register): string[] {
  if (before === undefined) return [`新台账“${next.title}”：${next.fields.length} 个字段，${Object.keys(next.states).length} 个状态。`];
  const plain = (['title', 'unit', 'purpose', 'name'] as const).filter((key) => before[key] !== next[key]).map((key) => `${WORDS[key]}：${before[key] ?? '无'} → ${next[key] ?? '无'}`);
  return [
    ...plain, ...(same(orderOf(before), orderOf(next).filter((key) => orderOf(before).includes(key))) ? [] : ['字段或状态的顺序有改动']), ...fieldChanges(before.fields, next.fields, '字段'), ...stateChanges(before, next),
    ...(next.subRecords ?? []).flatMap((sub) => subChanges(before.subRecords?.find((one) => one.id === sub.id), sub)),
    ...(['reminders', 'counts', 'checks', 'derived', 'targets', 'key', 'keepers', 'readers', 'holder', 'across'] as const).filter((key) => !same(before[key], next[key])).map((key) => `${WORDS[key]}有改动`),
  ];
}

/** What both have, in its order. */
const orderOf = (register: Register): string[] => [...register.fields.map((field) => field.key), ...Object.keys(register.states)];

const WORDS = { title: '名称', unit: '单位', purpose: '用途', name: '记录叫什么', reminders: '提醒', counts: '统计', checks: '规则', derived: '算出来的栏', targets: '目标', key: '查重', keepers: '谁登记', readers: '谁看', holder: '持有人', across: '全市可看' } as const;
const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

function fieldChanges(before: readonly RegisterField[], next: readonly RegisterField[], word: string): string[] {
  return next.flatMap((field) => {
    const old = before.find((one) => one.key === field.key);
    if (old === undefined) return [`加${word}“${field.title}”`];
    if (field.hidden && !old.hidden) return [`隐藏${word}“${field.title}”：写过的都留着`];
    if (old.hidden && !field.hidden) return [`恢复${word}“${field.title}”`];
    if (old.title !== field.title) return [`${word}“${old.title}”改叫“${field.title}”`];
    return same(old, field) ? [] : [`${word}“${field.title}”有改动`];
  });
}

const stateChanges = (before: Register, next: Register): string[] => Object.entries(next.states).flatMap(([id, state]) => {
  const old = before.states[id];
  if (old === undefined) return [`加状态“${state.title}”`];
  return same(old, state) ? [] : [old.title === state.title ? `状态“${state.title}”有改动` : `状态“${old.title}”改叫“${state.title}”`];
});

function subChanges(before: SubRecord | undefined, next: SubRecord): string[] {
  if (before === undefined) return [`加子台账“${next.title}”`];
  if (next.hidden && !before.hidden) return [`隐藏子台账“${next.title}”：记过的都留着`];
  const fields = fieldChanges(before.fields, next.fields, `“${next.title}”的栏`);
  const rest = same({ ...before, fields: [] }, { ...next, fields: [] }) ? [] : [`子台账“${next.title}”有改动`];
  return [...rest, ...fields];
}

/** What publishing this edition does that no later one takes back. Pure. */
export function listLasting(before: Register | undefined, next: Register): string[] {
  const fresh = (fields: readonly RegisterField[], old: readonly RegisterField[] = []): string[] => fields.filter((field) => !old.some((one) => one.key === field.key)).map((field) => field.title);
  const added = [...fresh(next.fields, before?.fields), ...(next.subRecords ?? []).flatMap((sub) => fresh(sub.fields, before?.subRecords?.find((one) => one.id === sub.id)?.fields))];
  return [
    ...(before === undefined ? [`编号字头 ${next.series} 定了不再改：发过的编号写在纸上。`] : []),
    ...(added.length > 0 ? [`新加的栏（${added.join('、')}）发布以后类型不能改，也不会删，只能隐藏。`] : []),
  ];
}
