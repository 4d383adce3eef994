import { dayOfSerial, type SheetCell } from '../../../../kernel/documents/workbook/sheet-rows.ts';
import { normaliseDigits, trimAll } from '../../../../kernel/values/chinese-text.ts';
import { fen, parseYuan, type Fen } from '../../../../kernel/values/money.ts';
import { monthOf, parseMonth, type Month } from '../../../../kernel/values/month.ts';
import { parseWrittenDate, type PlainDate } from '../../../../kernel/values/plain-date.ts';
import type { RosterDisability } from './roster.ts';

/** How a field of the list is read: its value, or why it cannot be. Pure; who is told is decided elsewhere. */
export type FieldReading<Value, Fault extends string> =
  | { readonly ok: true; readonly value: Value; readonly from?: 'serial' | 'text' }
  | { readonly ok: false; readonly fault: Fault };

/** A bare number of this size in a date column is rather a year somebody typed than a day counted from 1900. */
const LIKE_A_YEAR = { from: 1850, to: 2200 };

/**
 * A day from a date cell, `1980.5.1`, `1980年5月1日`, `19800501`, or a day counted from 1900 (the cell lost its date format).
 * Two-figure years, a day without its year and `1980.5` could mean several days and are ambiguous.
 */
export function readDay(cell: SheetCell, date1904: boolean, today: PlainDate): FieldReading<PlainDate, 'unreadable' | 'ambiguous'> {
  if (cell.date !== undefined) return { ok: true, value: cell.date };
  const text = plainText(cell.text.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, ''));
  const written = parseWrittenDate(text);
  if (written !== undefined) return { ok: true, value: written };
  const serial = /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  if (serial !== undefined && (serial < LIKE_A_YEAR.from || serial > LIKE_A_YEAR.to)) {
    const day = dayOfSerial(serial, date1904);
    if (day !== undefined && day <= today) return { ok: true, value: day, from: 'serial' };
    return { ok: false, fault: 'unreadable' };
  }
  const partial = /^(?:\d{4}|\d{4}[-./年]\d{1,2}月?|\d{6}|\d{1,2}[-./年]\d{1,2}[-./月]\d{1,4}日?|\d{1,2}[-./月]\d{1,2}日?)$/.test(text);
  return { ok: false, fault: partial ? 'ambiguous' : 'unreadable' };
}

/** A month from a date cell, `2014-01`, `2014.1` as text, `2014年1月`, `201401` or a whole day. `2014.1` as a number is 1 or 10. */
export function readMonth(cell: SheetCell, date1904: boolean): FieldReading<Month, 'unreadable' | 'ambiguous'> {
  if (cell.date !== undefined) return { ok: true, value: monthOf(cell.date) };
  const text = plainText(cell.text.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, ''));
  const day = parseWrittenDate(text);
  if (day !== undefined) return { ok: true, value: monthOf(day) };
  if (cell.kind === 'number' && /^\d{4}\.\d$/.test(text)) return { ok: false, fault: 'ambiguous' };
  const parts = /^(\d{4})(?:[-./](\d{1,2})|年(\d{1,2})月|(\d{2}))(?:起|份)?$/.exec(text);
  const month = parts === null ? undefined : parseMonth(`${parts[1]}-${(parts[2] ?? parts[3] ?? parts[4] ?? '').padStart(2, '0')}`);
  if (month !== undefined) return { ok: true, value: month };
  const serial = /^\d{5}$/.test(text) ? dayOfSerial(Number(text), date1904) : undefined;
  if (serial !== undefined) return { ok: true, value: monthOf(serial), from: 'serial' };
  return { ok: false, fault: /^\d{4}年?$/.test(text) ? 'ambiguous' : 'unreadable' };
}

/** An amount in 元 a month, as a number or as text: `533`, `533.5元`, `￥1,599.00`, `620元/月`, `每月620元`. */
export function readAmount(cell: SheetCell): FieldReading<Fen, 'not-a-number' | 'beyond-fen' | 'not-positive'> {
  if (cell.kind !== 'number' && cell.kind !== 'text') return { ok: false, fault: 'not-a-number' };
  const text = trimAll(cell.text.normalize('NFKC'));
  const bare = text.replace(/^(?:每月|月)/, '').replace(/\s*(?:[/每]?(?:月|户·月|户)|\/户\/月)$/, '').replace(/\s/g, '').replace(/^人民币|RMB/i, '');
  const amount = parseYuan(bare);
  if (amount === undefined) {
    const tooFine = /^\d+\.\d{3,}元?$/.test(bare);
    return { ok: false, fault: tooFine ? 'beyond-fen' : 'not-a-number' };
  }
  if (amount <= 0) return { ok: false, fault: 'not-positive' };
  return cell.kind === 'number' ? { ok: true, value: fen(amount) } : { ok: true, value: fen(amount), ...(/^\d+(?:\.\d{1,2})?$/.test(text) ? {} : { from: 'text' as const }) };
}

/** A bank account: 8 to 32 digits, in whatever groups it was written. Undefined otherwise. */
export function readAccount(text: string): string | undefined {
  const plain = plainText(text).replace(/^['‘’`]/, '').replace(/-/g, '');
  return /^\d{8,32}$/.test(plain) ? plain : undefined;
}

export function readSex(text: string): 'male' | 'female' | undefined {
  const plain = plainText(text).replace(/性$/, '');
  return plain === '男' ? 'male' : plain === '女' ? 'female' : undefined;
}

/** 户口性质: urban or rural, also from 城镇低保 and 农业户口; 居民户口 of after 2014 says neither. */
export function readHukou(text: string): 'urban' | 'rural' | undefined {
  const plain = plainText(text);
  const urban = /^(?:城镇|城市|非农|城$)/.test(plain);
  const rural = /^(?:农村|农业|农$)/.test(plain);
  return urban ? 'urban' : rural ? 'rural' : undefined;
}

const DISABILITY_KINDS = { 视力: 'visual', 听力: 'hearing', 言语: 'speech', 语言: 'speech', 肢体: 'physical', 智力: 'intellectual', 精神: 'mental', 多重: 'multiple' } as const;
const GRADES: Readonly<Record<string, 1 | 2 | 3 | 4>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

/** 残疾, such as 肢体二级 or 智力3级. Undefined for 无, 否 and an empty cell. */
export function readDisability(text: string): RosterDisability | undefined {
  const plain = plainText(text);
  if (isNo(plain)) return undefined;
  const kind = Object.entries(DISABILITY_KINDS).find(([word]) => plain.includes(word))?.[1];
  const grade = GRADES[/([一二三四1-4])级/.exec(plain)?.[1] ?? ''];
  return { text: trimAll(text), ...(kind === undefined ? {} : { kind }), ...(grade === undefined ? {} : { grade }) };
}

/** A remark such as 在校情况 or 人员类别; undefined for 无, 否, a stroke and an empty cell. */
export function readRemark(text: string): string | undefined {
  return isNo(plainText(text)) ? undefined : trimAll(text);
}

function isNo(plain: string): boolean {
  return /^(?:无|否|没有|不是|非|[-—–/×]*)$/.test(plain);
}

/** Half-width digits, no spaces of any kind, one kind of full stop. */
function plainText(text: string): string {
  return normaliseDigits(text).replace(/[\s\u200B-\u200F\uFEFF]/g, '').replace(/[．。]/g, '.').replace(/／/g, '/').replace(/[－—–]/g, '-').replace(/\.$/, '');
}

export interface NameReading {
  readonly name: string;
  readonly fault?: 'private-use' | 'illegible';
  readonly spacesRemoved: boolean;
}

/** A name as the identity card writes it: spaces that only align two characters go, one kind of dot between its parts. */
export function readName(text: string): NameReading {
  const trimmed = trimAll(text);
  const dotted = trimmed.replace(/[•・･‧∙．.。﹒](?=\p{Script=Han})/gu, '·');
  const name = dotted.replace(/(?<=[\p{Script=Han}·])[\s\u3000\u200B-\u200F\uFEFF]+(?=[\p{Script=Han}·])/gu, '');
  const spacesRemoved = name.length !== dotted.length;
  if (/[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/u.test(name)) return { name, fault: 'private-use', spacesRemoved };
  const legible = /^(?:[\p{Script=Han}·〇々]{1,50}|[\p{Script=Latin}][\p{Script=Latin} .'·-]{0,80})$/u.test(name);
  return legible ? { name, spacesRemoved } : { name, fault: 'illegible', spacesRemoved };
}
