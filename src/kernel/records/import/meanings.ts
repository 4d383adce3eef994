import type { ColumnDeclaration } from '../../documents/workbook/map-columns.ts';
import { normaliseTitle } from '../../documents/workbook/map-columns.ts';
import type { Register, RegisterField, SubRecord } from '../../contract/register.ts';
import { needsPerson } from '../write/read-holder.ts';
import { COMMON_MEANINGS, type ColumnMeaning, type Meaning } from '../../contract/register-import.ts';
import type { Header } from './find-header.ts';

const C = COMMON_MEANINGS;

/** What is imported: records of a register, or entries of one of its sub-records. */
export interface Target { readonly register: Register; readonly sub: SubRecord | undefined }
export const fieldsOf = ({ register, sub }: Target): readonly RegisterField[] => (sub?.fields ?? register.fields).filter((field) => field.kind !== 'files');

/** Everything a column may be taken for, with the headings it is known by. A field's own title comes before what every record has. Pure. */
export function declarationsOf(target: Target): ColumnDeclaration[] {
  return [...fieldsOf(target).map((field) => ({ key: field.key, title: field.title, synonyms: field.columns ?? [], required: field.required === true })), ...commonOf(target)];
}

export const meaningsOf = (target: Target): Meaning[] => declarationsOf(target).map(({ key, title, required }) => ({ value: key, title, required }));

function commonOf({ register, sub }: Target): ColumnDeclaration[] {
  const one = (key: string, title: string, synonyms: readonly string[], required = false): ColumnDeclaration => ({ key, title, synonyms, required });
  const person = (title: string, required: boolean): ColumnDeclaration[] => [
    one(C.personName, `${title}姓名`, [title, '姓名', '名字'], required), one(C.personNumber, `${title}身份证号码`, ['身份证号码', '身份证号', '身份证', '公民身份号码', '证件号码', `${title}证件号`], required)];
  if (sub) {
    return [one(C.parent, `${register.title}编号或名称`, ['编号', '名称', register.title, ...nameWords(register)], true), one(C.day, sub.day, ['日期', '时间', '发生日期'], true), ...(sub.person ? person(sub.person.title, sub.person.optional !== true) : [])];
  }
  return [
    ...(register.holder?.kind === 'person' ? person(register.holder.title, needsPerson(register)) : []),
    one(C.number, '编号', ['台账编号', '记录编号']),
    one(C.division, '区划', ['归哪里', '所属区划', '行政区划', '所在地', '区划代码', '所属地区', '所在区域', '辖区']),
    one(C.town, '镇街', ['镇区', '所属镇街', '所在镇街', '镇(街)', '镇街名称', '街道', '乡镇', '乡镇街道', '街镇', '所属街道', '所属镇']),
    one(C.village, '村居', ['村(居)', '社区', '村(社区)', '所在社区', '所属社区', '所属村居', '村居委', '村委', '居委', '村居名称', '社区名称']),
    one(C.openedOn, '开始日期', ['从哪一天起', '登记日期', '入册日期', '起始日期', '建账日期']),
    one(C.state, '状态', ['现状', '目前状态', '当前状态', '办理状态']),
    one(C.since, '状态日期', ['状态起始日期', '状态变更日期', '变更日期', ...endings(register)]),
  ];
}

/** What every record has, by the headings it goes by, whatever the register. */
let common: ReadonlyMap<string, string> | undefined;
export function commonHeadings(): ReadonlyMap<string, string> {
  common ??= new Map(commonOf({ register: { id: '', title: '', unit: '', purpose: '', fields: [], states: {}, series: '', covers: [] }, sub: undefined }).flatMap(({ key, title, synonyms }) => [title, ...synonyms].map((name) => [normaliseTitle(name), key] as const)));
  return common;
}

/** Headings of the day from which a record counts: 成立时间, 建成日期. */
const BEGINS = /成立|登记|备案|设立|建成|建立|启用|开办|开业|安装|购置|入职|聘用|签订|起始|开始/;
/** 备案到期: a day that ends something, whatever else it is called by. */
const RUNS_OUT = /到期|届满|期满|有效|截止|失效|换届|下次|续|注销|撤销|终止|结束|止$/;
/** The date among the columns of a sheet from which its records probably count; undefined where none says so. Pure. */
export const proposeOpening = (target: Target, meanings: Iterable<ColumnMeaning>): string | undefined => {
  const taken = new Set(meanings);
  if (taken.has(C.openedOn)) return undefined;
  return fieldsOf(target).find((field) => field.kind === 'date' && taken.has(field.key) && BEGINS.test(field.title) && !RUNS_OUT.test(field.title))?.key;
};

/** 注销时间, 拆除日期: a ledger has one column for the day its lines end. */
const endings = ({ states }: Register): string[] => Object.values(states).filter((state) => state.ends).flatMap(({ title }) => [...new Set([title, title.replace(/^已/, '')])].flatMap((word) => [`${word}时间`, `${word}日期`]));

const nameWords = (register: Register): readonly string[] => { const field = register.fields.find((one) => one.key === register.name); return field === undefined ? [] : [field.title, ...(field.columns ?? [])]; };

/** What a heading was taken for before, by its words. */
export interface Remembered { readonly heading: string; readonly meaning: ColumnMeaning }

/**
 * What each column is probably meant for: as somebody said the last time a column was headed so, else by its words, joined, alone, and without what hangs on them.
 * No meaning is given twice. Pure.
 */
export function proposeMeanings(header: Header, target: Target, remembered: readonly Remembered[]): ReadonlyMap<number, ColumnMeaning> {
  const names = new Map<string, string>();
  for (const { key, title, synonyms } of declarationsOf(target)) for (const name of [title, ...synonyms]) if (!names.has(normaliseTitle(name))) names.set(normaliseTitle(name), key);
  const before = new Map(remembered.map(({ heading, meaning }) => [normaliseTitle(heading), meaning]));
  const known = new Set(names.values());
  const taken = new Set<string>();
  const proposed = new Map<number, ColumnMeaning>();
  for (const { at, heading, levels } of header.titles) {
    const said = before.get(normaliseTitle(heading));
    const words = [levels.join(''), levels.at(-1) ?? ''].map(normaliseTitle);
    const meaning = said !== undefined ? said : words.flatMap((word) => names.get(word) ?? []).at(0) ?? null;
    const fresh = meaning !== null && known.has(meaning) && !taken.has(meaning) ? meaning : null;
    if (fresh !== null) taken.add(fresh);
    proposed.set(at, fresh);
  }
  return proposed;
}

/** Whether a sheet of this name is one of a sub-record. */
export const subOfSheet = (register: Register, name: string): SubRecord | undefined => register.subRecords?.find((sub) => normaliseTitle(sub.title) === normaliseTitle(name));
