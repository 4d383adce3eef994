import type { Register, RegisterField } from '../../contract/register.ts';
import { checkRegister } from '../../registry/check-register.ts';
import { hasChinese } from '../../registry/problem.ts';
import { isSecret } from '../table/column-types.ts';
import { listUndoable, type DesignProblem } from './compare-declarations.ts';

/** What a design is held against. */
export interface DesignGround {
  /** Edition in force. */
  readonly before: Register | undefined;
  /** The city's other registers. */
  readonly others: readonly Pick<Register, 'id' | 'title' | 'series'>[];
  readonly roles: ReadonlySet<string>;
}

/** Everything in a bureau's design that stands against publishing it, one Chinese sentence each, by the place in the design. Pure. */
export function listProblems(register: Register, ground: DesignGround): DesignProblem[] {
  const plain = [...headProblems(register, ground), ...fieldProblems(register.fields, 'fields', register, ground), ...stateProblems(register), ...partProblems(register, ground), ...listUndoable(ground.before, register)];
  const told = new Set(plain.map(({ path }) => path));
  const rest = checkRegister('', register).map(({ key, wrong }) => ({ path: key.slice(`registers.${register.id}.`.length), sentence: `${placeWords(register, key)}${inTitles(register, wrong)}。` }));
  return [...plain, ...rest.filter(({ path }) => !told.has(path))];
}

const chinese = (path: string, text: string, what: string): DesignProblem[] => (hasChinese(text) ? [] : [{ path, sentence: `请写${what}，用中文。` }]);

function headProblems(register: Register, { others, roles, before }: DesignGround): DesignProblem[] {
  const twin = others.find((one) => one.title === register.title);
  const taken = others.find((one) => one.series === register.series);
  const unknown = [...register.keepers ?? [], ...register.readers ?? []].find((role) => !roles.has(role));
  return [
    ...chinese('title', register.title, '台账叫什么'), ...chinese('unit', register.unit, '一条记录的单位（家、人、处）'), ...chinese('purpose', register.purpose, '一句话说它记什么'),
    ...(twin ? [{ path: 'title', sentence: `已经有台账“${twin.title}”。请换一个名称，或者直接用那个。` }] : []),
    ...(taken ? [{ path: 'series', sentence: `编号字头 ${register.series} 已经是“${taken.title}”的。请换一个。` }] : []),
    ...(before && before.series !== register.series ? [{ path: 'series', sentence: `编号字头 ${before.series} 已经印在编号里，不能改。` }] : []),
    ...(before && !sameHolder(before, register) ? [{ path: 'holder', sentence: '已经有记录，“记的是谁的”不能改。请另建一个台账。' }] : []),
    ...(unknown === undefined ? [] : [{ path: 'keepers', sentence: `没有“${unknown}”这个岗位。请从岗位里选。` }]),
    ...(register.fields.some((field) => !field.hidden) ? [] : [{ path: 'fields', sentence: '还没有字段。请至少加一个。' }]),
    ...nameProblems(register),
  ];
}

const sameHolder = (a: Register, b: Register): boolean => JSON.stringify(a.holder?.kind ?? null) === JSON.stringify(b.holder?.kind ?? null);
const NAMES = new Set<RegisterField['kind']>(['text', 'person-name', 'choice', 'link']);

function nameProblems({ name, holder, fields }: Register): DesignProblem[] {
  if (name === undefined) return holder?.kind === 'person' || holder?.kind === 'division' ? [] : [{ path: 'name', sentence: '请选哪个字段是记录的名称：名单、搜索、链接都用它。' }];
  const field = fields.find((one) => one.key === name);
  if (field === undefined || field.hidden || isSecret(field) || !NAMES.has(field.kind)) return [{ path: 'name', sentence: '记录的名称要用一个公开的文字、单选或链接字段。' }];
  return [];
}

function fieldProblems(fields: readonly RegisterField[], at: string, register: Register, { others, roles }: DesignGround): DesignProblem[] {
  const shown = fields.filter((field) => !field.hidden);
  return shown.flatMap((field): DesignProblem[] => {
    const path = `${at}.${field.key}`;
    const options = field.options ?? [];
    const stranger = Array.isArray(field.sensitive) ? field.sensitive.find((role) => !roles.has(role)) : undefined;
    return [
      ...chinese(path, field.title, '字段名称'),
      ...(field.title !== '' && shown.find((one) => one.title === field.title) !== field ? [{ path, sentence: `有两个字段都叫“${field.title}”，表格里分不出来。` }] : []),
      ...(field.kind === 'choice' || field.kind === 'choices' ? optionProblems(field, options, path) : []),
      ...(field.kind === 'link' && field.to !== register.id && !others.some((one) => one.id === field.to) ? [{ path, sentence: `“${field.title}”请选指向哪个台账。` }] : []),
      ...(field.min !== undefined && field.max !== undefined && field.min > field.max ? [{ path, sentence: `“${field.title}”的最小值比最大值还大。` }] : []),
      ...(stranger === undefined ? [] : [{ path, sentence: `没有“${stranger}”这个岗位。请从岗位里选。` }]),
    ];
  });
}

function optionProblems(field: RegisterField, options: NonNullable<RegisterField['options']>, path: string): DesignProblem[] {
  if (options.length === 0) return [{ path, sentence: `“${field.title}”还没有可选的项。` }];
  if (options.some((option) => option.title === '')) return [{ path, sentence: `“${field.title}”有一个选项没有写名称。` }];
  if (new Set(options.map((option) => option.title)).size < options.length || new Set(options.map((option) => option.value)).size < options.length) return [{ path, sentence: `“${field.title}”有两个一样的选项。` }];
  return [];
}

function stateProblems({ states }: Register): DesignProblem[] {
  const all = Object.entries(states);
  if (all.length === 0) return [{ path: 'states', sentence: '请至少写一个状态，如“在册”。' }];
  const titles = all.map(([, state]) => state.title);
  return [
    ...all.flatMap(([id, state]) => [...chinese(`states.${id}`, state.title, '状态名称'), ...(state.ends && state.before ? [{ path: `states.${id}`, sentence: `“${state.title}”不能又是还没开始，又是结束。` }] : [])]),
    ...(new Set(titles).size < titles.length ? [{ path: 'states', sentence: '有两个状态同名。' }] : []),
    ...(all[0]?.[1].ends ? [{ path: `states.${all[0][0]}`, sentence: '第一个状态是记录开始的那个，不能是结束。' }] : []),
  ];
}

/** Sub-records, reminders, counts, rules: what each is called, and that it is once. */
function partProblems(register: Register, ground: DesignGround): DesignProblem[] {
  const parts: readonly (readonly [string, string, string, string])[] = [
    ...(register.reminders ?? []).map((one) => ['reminders', one.id, one.title, '提醒的话'] as const), ...(register.counts ?? []).map((one) => ['counts', one.id, one.title, '统计的名称'] as const),
    ...(register.checks ?? []).map((one) => ['checks', one.id, one.title, '规则的名称'] as const), ...(register.derived ?? []).map((one) => ['derived', one.key, one.title, '算出来的栏叫什么'] as const),
    ...(register.targets ?? []).map((one) => ['targets', one.id, one.title, '目标的名称'] as const), ...(register.subRecords ?? []).map((one) => ['subRecords', one.id, one.title, '子台账的名称'] as const),
  ];
  const twice = parts.filter(([group, id], at) => parts.findIndex((one) => one[0] === group && one[1] === id) !== at);
  return [
    ...parts.flatMap(([group, id, title, what]) => chinese(`${group}.${id}`, title, what)),
    ...twice.map(([group, id]) => ({ path: `${group}.${id}`, sentence: `代号 ${id} 用了两次。` })),
    ...(register.counts ?? []).filter((count) => count.unit === '').map((count) => ({ path: `counts.${count.id}`, sentence: `“${count.title}”请写单位。` })),
    ...(register.checks ?? []).filter((check) => typeof check.test !== 'function' && check.test.sentence === '').map((check) => ({ path: `checks.${check.id}`, sentence: `“${check.title}”请写不合规则时给人看的话。` })),
    ...(register.subRecords ?? []).filter((sub) => !sub.hidden).flatMap((sub) => [
      ...(sub.unit === '' ? [{ path: `subRecords.${sub.id}`, sentence: `“${sub.title}”请写单位（次、笔、人）。` }] : []),
      ...(sub.day === '' ? [{ path: `subRecords.${sub.id}`, sentence: `“${sub.title}”请写日期栏叫什么。` }] : []),
      ...fieldProblems(sub.fields, `subRecords.${sub.id}.fields`, register, ground),
    ]),
  ];
}

/** Which part a problem of the general check is about, in the design's own words. */
function placeWords(register: Register, key: string): string {
  const [group = '', id = ''] = key.slice(`registers.${register.id}.`.length).split('.');
  const title: Readonly<Record<string, string | undefined>> = {
    fields: register.fields.find((one) => one.key === id)?.title, states: register.states[id]?.title, subRecords: register.subRecords?.find((one) => one.id === id)?.title, checks: register.checks?.find((one) => one.id === id)?.title,
    reminders: register.reminders?.find((one) => one.id === id)?.title, counts: register.counts?.find((one) => one.id === id)?.title, derived: register.derived?.find((one) => one.key === id)?.title, targets: register.targets?.find((one) => one.id === id)?.title,
  };
  return title[group] ? `“${title[group]}”：` : '';
}

/** Codes that a sentence of the general check names, as what they are called. */
function inTitles(register: Register, wrong: string): string {
  const titles = new Map([...register.fields, ...(register.subRecords ?? []).flatMap((sub) => sub.fields)].map((field) => [field.key, field.title]));
  return wrong.replaceAll(/[a-z][a-zA-Z0-9]*/g, (code) => (titles.get(code) ? `“${titles.get(code) ?? ''}”` : code));
}
