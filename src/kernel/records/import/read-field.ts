import type { RegisterField } from '../../contract/register.ts';
import { plainText, readAccount, readDay, readMonth, readName } from '../../documents/workbook/read-cell.ts';
import type { SheetCell } from '../../documents/workbook/sheet-rows.ts';
import { trimAll } from '../../values/chinese-text.ts';
import { parseYuan } from '../../values/money.ts';
import { plainDate, type PlainDate } from '../../values/plain-date.ts';

/** A cell as a field's answer; nothing written; or why it cannot be one. `note`: how it was understood, where that is worth a look. */
export type FieldRead = { readonly value: unknown; readonly note?: string } | { readonly empty: true } | { readonly wrong: string };

const EMPTY: FieldRead = { empty: true };
/** Days of a ledger may lie ahead (terms, renewals). */
const LATEST = plainDate('2999-12-31');

/** Reads one cell as the kind of its field, in the ways people and Excel write it. `heading`: its column's, whose unit may be 万元. What points elsewhere stays as written. Pure. */
export function readField(field: RegisterField, cell: SheetCell, heading: string, date1904: boolean): FieldRead {
  if (cell.kind === 'error') return { wrong: `“${field.title}”这一格是公式的错误（${cell.text}），请改成内容。` };
  if (cell.withoutResult) return { wrong: `“${field.title}”这一格是公式，表里没有存结果。请在 Excel 里打开、保存一次再传。` };
  const text = trimAll(cell.text);
  if (isNothing(text, field.kind)) return EMPTY;
  if (cell.longNumber && field.kind !== 'money' && field.kind !== 'number') return { wrong: `“${field.title}”被当成数字存，Excel 已经丢了后面几位。请把这一列设成文本，照原件重写。` };
  switch (field.kind) {
    case 'date': return readDate(field, cell, date1904);
    case 'month': { const read = readMonth(cell, date1904); return read.ok ? { value: read.value } : { wrong: `“${field.title}”写的“${text}”看不出是哪个月，请写成 2014-11。` }; }
    case 'yes-no': return readYesNo(field, text);
    case 'choice': return readChoice(field, text);
    case 'choices': return readChoices(field, text);
    case 'money': return readMoney(field, text, heading);
    case 'integer': case 'year': case 'number': return readNumber(field, text, heading);
    case 'person-name': { const { name } = readName(text); return { value: name }; }
    case 'bank-account': return { value: readAccount(text) ?? text };
    case 'phone': return { value: plainText(text).replace(/^['‘’`]/, '').replaceAll(/[()（）]/g, '') };
    case 'id-card': return { value: plainText(text).replace(/^['‘’`]/, '') };
    default: return { value: text };
  }
}

/** Strokes and 无 in a cell that takes no words say that there is nothing. */
function isNothing(text: string, kind: RegisterField['kind']): boolean {
  if (text === '' || /^[-—–－/／·]+$/.test(text) || (text === '×' && kind !== 'yes-no')) return true;
  return kind !== 'text' && kind !== 'long-text' && kind !== 'yes-no' && kind !== 'choice' && kind !== 'choices' && /^(?:无|没有|不详|暂无|未知|空)$/.test(text);
}

function readDate(field: Pick<RegisterField, 'title'>, cell: SheetCell, date1904: boolean): FieldRead {
  const read = readDay(cell, date1904, LATEST);
  if (read.ok) return { value: read.value, ...(read.from === 'serial' ? { note: `“${cell.text}”是没有日期格式的日期，读作 ${read.value}。` } : {}) };
  const text = trimAll(cell.text);
  return { wrong: read.fault === 'ambiguous' ? `“${field.title}”写的“${text}”看不出是哪一天，请写全年、月、日，如 2014-11-03。` : `“${field.title}”写的“${text}”不是日期，请写成 2014-11-03 这样。` };
}

/** A day that is no field: 状态日期. */
export function readDayCell(title: string, cell: SheetCell, date1904: boolean): { readonly day: PlainDate } | { readonly empty: true } | { readonly wrong: string } {
  const read = readField({ key: title, title, kind: 'date' }, cell, title, date1904);
  return 'value' in read ? { day: read.value as PlainDate } : read;
}

const YES = /^(?:是|有|对|√|✓|✔|☑|y|yes|true|1|已|已办|享受|在)$/i;
const NO = /^(?:否|无|没有|不是|非|未|×|x|✗|✘|☐|n|no|false|0|不)$/i;
function readYesNo(field: RegisterField, text: string): FieldRead {
  const plain = text.normalize('NFKC');
  if (YES.test(plain)) return { value: true };
  return NO.test(plain) || /^[×]$/.test(text) ? { value: false } : { wrong: `“${field.title}”写的“${text}”看不出是不是，请写“是”或“否”。` };
}

/** Words as they are compared: no spaces, brackets as typed on either keyboard. */
export const plainWords = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u200B-\u200F\uFEFF]/g, '').toLowerCase();

function findOption(field: RegisterField, text: string): { readonly value: string; readonly note?: string } | undefined {
  const options = field.options ?? [];
  const plain = plainWords(text);
  const exact = options.find((option) => plainWords(option.title) === plain || option.value === text);
  if (exact) return { value: exact.value };
  const near = plain.length < 2 ? [] : options.filter((option) => plainWords(option.title).startsWith(plain));
  const [only] = near;
  return only !== undefined && near.length === 1 ? { value: only.value, note: `“${text}”读作“${only.title}”。` } : undefined;
}

const optionWords = (field: RegisterField): string => (field.options ?? []).map((option) => option.title).slice(0, 12).join('、');

function readChoice(field: RegisterField, text: string): FieldRead {
  return findOption(field, text) ?? { wrong: `“${field.title}”没有“${text}”这一项，请从这些里写一个：${optionWords(field)}。` };
}

function readChoices(field: RegisterField, text: string): FieldRead {
  const whole = findOption(field, text);
  if (whole) return { value: [whole.value], ...(whole.note === undefined ? {} : { note: whole.note }) };
  // a choice whose own words hold a stroke (海报、折页) is taken out as a whole first
  const joined = (field.options ?? []).filter((option) => /[、,，;；/／|]/.test(option.title) && text.includes(option.title)).toSorted((a, b) => b.title.length - a.title.length);
  const rest = joined.reduce((left, option) => left.replace(option.title, '、'), text);
  const parts = rest.split(/[、,，;；/／|\n]/).map((part) => trimAll(part)).filter((part) => part !== '');
  const read = parts.map((part) => ({ part, found: findOption(field, part) }));
  const unknown = read.filter(({ found }) => found === undefined).map(({ part }) => part);
  if (unknown.length > 0) return { wrong: `“${field.title}”没有“${unknown.join('、')}”，请从这些里写，几项用顿号分开：${optionWords(field)}。` };
  return { value: [...new Set([...joined.map((option) => option.value), ...read.map(({ found }) => found?.value)])] };
}

/** 投资（万元）, 金额（单位：万元）, 投资万元 */
const inTenThousands = (heading: string): boolean => /\((?:单位[:：]?)?万/.test(plainWords(heading)) || plainWords(heading).endsWith('万元');

/** Amounts in 元, or in 万元 where the cell or its heading says so: the point is moved in the text, nothing is rounded. */
function readMoney(field: RegisterField, text: string, heading: string): FieldRead {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace(/^人民币|RMB/i, '');
  const own = /^(.*?)万元?整?$/.exec(plain);
  const many = own !== null || (inTenThousands(heading) && !/元整?$/.test(plain));
  const bare = own?.[1] ?? plain;
  const amount = parseYuan(many ? movePoint(bare.replace(/^[¥￥]/, '').replaceAll(',', ''), 4) : bare);
  return amount === undefined ? { wrong: `“${field.title}”写的“${text}”不是金额，请写 620 或 620.50 这样，最多到分。` } : { value: amount };
}

/** 3.5 → 35000: a decimal, its point moved to the right. */
export function movePoint(text: string, places: number): string {
  const parts = /^([+-]?)(\d*)(?:\.(\d+))?$/.exec(text);
  if (parts === null || (parts[2] === '' && parts[3] === undefined)) return text;
  const decimals = (parts[3] ?? '').padEnd(places, '0');
  const whole = `${parts[2] ?? ''}${decimals.slice(0, places)}`.replace(/^0+(?=\d)/, '');
  const rest = decimals.slice(places).replace(/0+$/, '');
  return `${parts[1] ?? ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** Numbers with or without their unit: 12人, 1,200.5 平方米, 3.5万. */
function readNumber(field: RegisterField, text: string, heading: string): FieldRead {
  const unit = plainWords(field.unit ?? '');
  const plain = plainWords(text).replaceAll(',', '').replace(/^共/, '');
  const stripped = unit !== '' && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain.replace(/(?<=\d)(?:人|个|名|次|户|家|处|张|间|岁|年|平方米|平米|㎡|m2|公里|km|元)$/, '');
  const own = /^(.*)万$/.exec(stripped);
  const moved = own !== null || inTenThousands(heading) ? movePoint(own?.[1] ?? stripped, 4) : stripped;
  const number = field.kind === 'number' ? moved : moved.replace(/\.0+$/, '');
  return /^[+-]?\d+(?:\.\d+)?$/.test(number) ? { value: number.replace(/^\+/, '') } : { wrong: `“${field.title}”写的“${text}”不是数字，请只写${field.kind === 'number' ? '数字' : '整数'}${field.unit === undefined ? '' : `（单位：${field.unit}）`}。` };
}
