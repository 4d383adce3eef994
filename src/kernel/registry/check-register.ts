import type { CountOf, Register, RegisterField, SubRecord, Where } from '../contract/register.ts';
import { hasChinese, type Problem } from './problem.ts';

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const KEY = /^[a-z][a-zA-Z0-9]*$/;
/** Columns every register's table has: a field may not take their names. */
export const COMMON_COLUMNS = new Set(['id', 'record_id', 'number', 'division_id', 'person_id', 'state', 'state_since', 'opened_on', 'ended_on', 'valid_from', 'valid_to', 'known_to', 'command_id', 'what', 'reason', 'sort_text', 'found_by', 'entry_id', 'on_day', 'withdrawn', 'files']);

/** Words the database, or what seals its rows, keeps for itself: no column can be called so. */
const RESERVED = new Set(('all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create cross default deferrable desc distinct do '
  + 'else end except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime natural not notnull null offset on only or order '
  + 'outer overlaps placing left_out primary references returning right select similar some symmetric table tablesample then to trailing true union unique user using variadic verbose when where window with').split(' '));

/** Kinds whose values can be added up; of several choices, how many were made. */
const ADDED_UP = new Set<RegisterField['kind']>(['money', 'integer', 'number', 'choices']);

export const columnOf = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const tableOf = (register: Pick<Register, 'id'>): string => register.id.replaceAll('-', '_');
export const subTableOf = (register: Pick<Register, 'id'>, sub: Pick<SubRecord, 'id'>): string => `${tableOf(register)}__${sub.id.replaceAll('-', '_')}`;

/** Everything a register's declaration says that cannot be. The same check refuses a register that a bureau makes in the browser. */
export function checkRegister(file: string, register: Register): Problem[] {
  const problems: Problem[] = [];
  const add = (key: string, wrong: string, remedy: string): void => { problems.push({ file, key: `registers.${register.id}.${key}`, wrong, remedy }); };
  if (!SLUG.test(register.id) || register.id.length > 40) add('id', `代号 ${register.id} 不合`, '写 40 个字以内的小写英文加连字符');
  if (!/^[A-Z]{2,4}$/.test(register.series)) add('series', `编号字头 ${register.series} 不合`, '写 2 到 4 个大写字母，如 JY');
  for (const [key, words] of Object.entries({ title: register.title, unit: register.unit, purpose: register.purpose })) if (!hasChinese(words)) add(key, `“${words}”不是中文`, '写中文');
  checkFields(register.fields, 'fields', add);
  for (const sub of register.subRecords ?? []) {
    if (!SLUG.test(sub.id)) add(`subRecords.${sub.id}`, `代号 ${sub.id} 不合`, '写小写英文加连字符');
    if (!hasChinese(sub.title) || !hasChinese(sub.unit) || !hasChinese(sub.day)) add(`subRecords.${sub.id}`, '名称、单位或日期栏不是中文', '写中文');
    checkFields(sub.fields, `subRecords.${sub.id}.fields`, add);
    const keys = new Set(sub.fields.map((field) => field.key));
    for (const total of sub.totals ?? []) {
      if (total.of !== undefined && !keys.has(total.of) && !(total.of === 'person' && sub.person) && !(total.of === 'day' && total.as === 'last')) add(`subRecords.${sub.id}.totals.${total.key}`, `没有 ${total.of} 这一栏`, '改成子台账有的栏');
      const summed = total.as === 'sum' ? sub.fields.find((field) => field.key === total.of) : undefined;
      if (total.as !== 'count' && total.of === undefined) add(`subRecords.${sub.id}.totals.${total.key}`, '没有说合计哪一栏', '写 of');
      if (summed && !ADDED_UP.has(summed.kind)) add(`subRecords.${sub.id}.totals.${total.key}`, `“${summed.title}”加不起来`, '指一个金额、整数或数字的栏');
      checkWhere(total.where, sub.fields, `subRecords.${sub.id}.totals.${total.key}`, add);
    }
    if (sub.inRules && !(register.checks ?? []).some(({ test }) => typeof test === 'function') && !(register.derived ?? []).some(({ value }) => typeof value === 'function')) add(`subRecords.${sub.id}.inRules`, '没有看它各条的规则', '删去 inRules，或写规则');
    if (sub.page !== undefined && (!sub.page.path.startsWith('/') || !hasChinese(sub.page.title))) add(`subRecords.${sub.id}.page`, '页面的名称或地址不合', '名称写中文，地址以 / 开头');
    checkAmong(sub, register.subRecords ?? [], add);
    for (const key of sub.key ?? []) if (!keys.has(key) && !(key === 'person' && sub.person) && key !== 'day') add(`subRecords.${sub.id}.key`, `没有 ${key} 这一栏`, '改成子台账有的栏');
  }
  checkStates(register, add);
  const keys = new Set(register.fields.map((field) => field.key));
  if (register.name === undefined ? register.holder?.kind !== 'person' && register.holder?.kind !== 'division' : !keys.has(register.name)) add('name', '没有说一条记录叫什么', '写 name，指一个字段；持有人是个人、区划的可以不写');
  for (const key of register.key ?? []) if (!keys.has(key) && key !== 'person' && key !== 'division') add('key', `没有 ${key} 这一栏`, '改成有的字段');
  if (register.holder?.kind === 'link' && !register.fields.some((field) => field.key === (register.holder as { field: string }).field && field.kind === 'link')) add('holder', '持有人指的不是 link 字段', '改正字段名');
  checkOthers(register, add);
  for (const page of register.pages ?? []) if (!page.path.startsWith('/') || !hasChinese(page.title)) add('pages', '页面的名称或地址不合', '名称写中文，地址以 / 开头');
  checkRules(register, add);
  checkCounts(register, add);
  return problems;
}

type Add = (key: string, wrong: string, remedy: string) => void;

function checkFields(fields: readonly RegisterField[], at: string, add: Add): void {
  const seen = new Set<string>();
  for (const field of fields) {
    const key = `${at}.${field.key}`;
    if (!KEY.test(field.key) || field.key.length > 40) add(key, '字段名不合', '写小写英文开头的字母数字，40 个字以内');
    if (seen.has(field.key)) add(key, '字段名用了两次', '换一个');
    if (COMMON_COLUMNS.has(columnOf(field.key))) add(key, `每个台账都有 ${field.key} 这一栏`, '换一个字段名');
    if (RESERVED.has(columnOf(field.key))) add(key, `${field.key} 是数据库的保留字`, '换一个字段名，如 grantAmount');
    seen.add(field.key);
    if (!hasChinese(field.title)) add(key, `“${field.title}”不是中文`, '写中文名称');
    if ((field.kind === 'choice' || field.kind === 'choices') && (field.options ?? []).length === 0) add(key, '没有可选的项', '写 options');
    if (field.kind === 'link' && field.to === undefined) add(key, '没有说指向哪个台账', '写 to');
  }
}

/** Values taken from another sub-record: it is there, and of the same kind. */
function checkAmong(sub: SubRecord, subs: readonly SubRecord[], add: Add): void {
  for (const { key, kind, among } of sub.fields) {
    if (among === undefined) continue;
    const from = subs.find((one) => one.id === among.sub && one.id !== sub.id)?.fields ?? [];
    const field = from.find((one) => one.key === among.field);
    if (field === undefined || field.kind !== kind || field.sensitive !== undefined) add(`subRecords.${sub.id}.fields.${key}.among`, `${among.sub} 里没有同类的 ${among.field}`, '指另一个子台账里同类、不保密的字段');
    checkWhere(among.where, from, `subRecords.${sub.id}.fields.${key}.among`, add);
  }
}

function checkStates(register: Register, add: Add): void {
  const ids = Object.keys(register.states);
  const keys = new Set(register.fields.map((field) => field.key));
  if (ids.length === 0) add('states', '没有状态', '至少写一个');
  if (ids[0] !== undefined && register.states[ids[0]]?.ends) add(`states.${ids[0]}`, '一开始就结束了', '把第一个状态写成开始的那个');
  for (const [id, state] of Object.entries(register.states)) {
    if (!SLUG.test(id) || !hasChinese(state.title)) add(`states.${id}`, '代号或名称不合', '代号写小写英文，名称写中文');
    for (const from of state.from ?? []) if (!ids.includes(from)) add(`states.${id}.from`, `没有状态 ${from}`, '改正名字');
    if (state.person && register.holder?.kind !== 'person') add(`states.${id}.person`, '这个台账的记录不属于个人', '去掉 person，或把持有人写成个人');
    for (const need of state.needs ?? []) if (!keys.has(need)) add(`states.${id}.needs`, `没有字段 ${need}`, '改正名字');
  }
}

/** What it says of other records and of places. */
function checkOthers({ alongside, expected, fields, subRecords, linked }: Register, add: Add): void {
  for (const key of alongside === undefined ? [] : [...alongside.same, alongside.order]) {
    const field = fields.find((one) => one.key === key);
    if (field === undefined ? key === alongside?.order || (key !== 'person' && key !== 'division') : field.sensitive !== undefined || ['choices', 'place', 'files', 'division', 'id-card', 'phone', 'bank-account'].includes(field.kind)) add(`alongside.${key}`, `${key} 不能拿来比`, '指一个不保密的字段');
  }
  if (alongside?.same.length === 0) add('alongside.same', '没有说和谁同在一起', '写至少一个字段');
  if (expected?.rural && expected.every !== 'village') add('expected.rural', '只有村居才分行政村', '删去 rural');
  checkWhere(expected?.where, fields, 'expected', add);
  const named = expected?.entries;
  if (named && subRecords?.find((sub) => sub.id === named.sub)?.fields.find((field) => field.key === named.field)?.kind !== 'division') add('expected.entries', `${named.sub} 里的 ${named.field} 不是行政区划`, '指一个 division 栏');
  for (const one of linked ?? []) if (one.states.length === 0) add(`linked.${one.key}`, '没有说数哪些状态', '写 states');
}

function checkRules(register: Register, add: Add): void {
  const totals = [...(register.subRecords ?? []).flatMap((sub) => (sub.totals ?? []).map((total) => total.key)), ...(register.linked ?? []).map((one) => one.key)];
  const names = new Set([...register.fields.map((field) => field.key), ...totals]);
  if (new Set(totals).size < totals.length) add('subRecords', '两个合计同名', '合计的名字在一个台账里不能重');
  for (const check of register.checks ?? []) {
    for (const id of check.entering ?? []) if (register.states[id] === undefined) add(`checks.${check.id}`, `没有状态 ${id}`, '改正名字');
    if (check.then === 'warn' && check.entering !== undefined) add(`checks.${check.id}`, '提醒只在进入状态那一刻问，就没有人看得到', '写 refuse，或去掉 entering');
    if (typeof check.test === 'function') continue;
    for (const side of [check.test.left, check.test.right]) if (typeof side === 'string' && !names.has(side)) add(`checks.${check.id}`, `没有字段或合计 ${side}`, '改正名字');
  }
  for (const { key, value } of register.derived ?? []) {
    if (typeof value !== 'function') for (const name of Object.values(value)) if (typeof name === 'string' && !names.has(name)) add(`derived.${key}`, `没有字段或合计 ${name}`, '改正名字');
  }
  for (const reminder of register.reminders ?? []) {
    const { due } = reminder;
    const dated = 'entries' in due ? register.subRecords?.find((sub) => sub.id === due.entries)?.fields ?? [] : register.fields;
    if ('field' in due && !('entries' in due && due.field === 'day') && dated.find((field) => field.key === due.field)?.kind !== 'date') add(`reminders.${reminder.id}`, `${due.field} 不是日期字段`, '指一个 date 字段');
    if ('entries' in due && !(register.subRecords ?? []).some((sub) => sub.id === due.entries)) add(`reminders.${reminder.id}`, `没有子台账 ${due.entries}`, '改正名字');
    if ('every' in due && typeof due.every === 'string' && !['integer', 'number'].includes(register.fields.find((field) => field.key === due.every)?.kind ?? '')) add(`reminders.${reminder.id}`, `${due.every} 不是写月数的字段`, '指一个整数字段');
    if ('entries' in due) checkWhere(due.where, register.subRecords?.find((sub) => sub.id === due.entries)?.fields ?? [], `reminders.${reminder.id}`, add);
    for (const id of reminder.in ?? []) if (register.states[id] === undefined) add(`reminders.${reminder.id}`, `没有状态 ${id}`, '改正名字');
  }
}

function checkCounts(register: Register, add: Add): void {
  for (const count of register.counts ?? []) {
    for (const of of count.over ? [count.of, count.over] : [count.of]) checkCountOf(register, of, `counts.${count.id}`, add);
  }
  for (const target of register.targets ?? []) if (!(register.counts ?? []).some((count) => count.id === target.count)) add(`targets.${target.id}`, `没有计数 ${target.count}`, '改正名字');
}

function checkCountOf(register: Register, of: CountOf, key: string, add: Add): void {
  const sub = of.sub === undefined ? undefined : register.subRecords?.find((one) => one.id === of.sub);
  if (of.what === 'entered' && of.states === undefined) add(key, '没有说转入哪个状态', '写 states');
  if (of.what === 'entries' && sub === undefined) add(key, '没有说数哪个子台账', '写 sub');
  const fields = of.what === 'entries' ? sub?.fields ?? [] : register.fields;
  if (of.what === 'dated' && of.on === undefined) add(key, '没有说看哪个日期', '写 on');
  if (of.on !== undefined && ((of.what !== 'dated' && of.what !== 'entries') || !fields.some((field) => field.key === of.on && field.kind === 'date' && field.sensitive === undefined))) add(key, `${of.on} 不是能看的日期`, '在 dated、entries 里指一个不保密的 date 字段');
  if (of.rural && of.divisions !== undefined && of.divisions !== 'village') add(key, '只有村居才分行政村', '删去 rural');
  for (const name of [of.sum, of.distinct]) {
    if (name !== undefined && !['person', 'town', 'village', 'county'].includes(name) && !fields.some((field) => field.key === name)) add(key, `没有 ${name} 这一栏`, '改正名字');
  }
  const together = of.shared && fields.find((field) => field.key === of.shared?.by);
  if (of.shared && (together === undefined || ['choices', 'place', 'files'].includes(together.kind) || together.sensitive !== undefined)) add(key, `${of.shared.by} 不能拿来归在一起`, '指一个不保密的单值字段');
  if (of.shared && of.shared.atLeast < 2) add(key, '至少一个，就是全部', 'atLeast 写 2 以上');
  const summed = fields.find((field) => field.key === of.sum);
  if (summed && !ADDED_UP.has(summed.kind)) add(key, `“${summed.title}”加不起来`, '指一个金额、整数或数字的栏');
  for (const id of of.states ?? []) if (register.states[id] === undefined) add(key, `没有状态 ${id}`, '改正名字');
  if (of.lacking && of.divisions === undefined) add(key, '没有说缺的是哪一级', '写 divisions');
  if (of.until !== undefined && (of.what !== 'stock' || register.fields.find((field) => field.key === of.until)?.kind !== 'date')) add(key, `${of.until} 不能说数到哪一天`, '只在存量里写，指一个 date 字段');
  checkWhere(of.where, fields, key, add);
}

function checkWhere(where: Where | undefined, fields: readonly RegisterField[], key: string, add: Add): void {
  for (const [name, wanted] of Object.entries(where ?? {})) {
    const field = fields.find((one) => one.key === name);
    if (field === undefined) add(key, `没有 ${name} 这一栏`, '改正名字');
    else if ((typeof wanted === 'boolean') !== (field.kind === 'yes-no')) add(key, `“${field.title}”的条件和它的类型对不上`, '是否栏写 true、false，其余写值');
  }
}
