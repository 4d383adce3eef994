import type { RegisterField } from '../../../contract/register.ts';
import { COMMON_MEANINGS as C } from '../../../contract/register-import.ts';
import { plainText, readDay, readMonth } from '../../../documents/workbook/read-cell.ts';
import { normaliseTitle } from '../../../documents/workbook/map-columns.ts';
import type { SheetCell } from '../../../documents/workbook/sheet-rows.ts';
import { trimAll } from '../../../values/chinese-text.ts';
import { plainDate } from '../../../values/plain-date.ts';
import { commonHeadings } from '../../import/meanings.ts';
import { plainWords, readField } from '../../import/read-field.ts';
import { NOT_READ, type ColumnUse } from '../design-face.ts';
import { guessChoices } from './guess-choices.ts';

/** A column of an old sheet: its heading, its cells from the first row to the last. */
export interface SeenColumn { readonly at: number; readonly heading: string; readonly cells: readonly SheetCell[] }

/** What a column is probably for, and by what that was seen, in words for whoever looks it over. */
export interface GuessedUse { readonly use: ColumnUse; readonly why: string }

/** What a guess may ask of the city: the level of the division a text names, if it names one. */
export interface GuessGround { readonly date1904: boolean; levelOf(text: string): string | undefined }

/** So much of what is written must fit before a column is taken for something: an old sheet is never clean. */
const MOST = 0.8;
const LATEST = plainDate('2999-12-31');

/** Guesses what a column is for: by its heading where that is plain, else by what stands in it. Pure. */
export function guessUse(column: SeenColumn, ground: GuessGround): GuessedUse {
  const heading = plainWords(column.heading);
  const cells = filledOf(column);
  const text = cells.map((cell) => trimAll(cell.text));
  if (/^(?:序号|行号|no\.?|#)$/.test(heading)) return { use: NOT_READ, why: '行号，台账自己编号' };
  if (/备注|说明|简介|事由|摘要/.test(heading)) return { use: 'long-text', why: '按标题' };
  if (cells.length === 0) return heading === '' ? { use: NOT_READ, why: '空列' } : { use: NOT_READ, why: '一格也没有写' };
  return byHeading(heading, column, text, ground) ?? byPlace(text, ground) ?? byValues(heading, column, cells, ground) ?? byWords(heading, text);
}

const filledOf = (column: SeenColumn): SheetCell[] => column.cells.filter((cell) => { const text = trimAll(cell.text); return text !== '' && !/^[-—–－/／·]+$/.test(text); });
const share = (many: readonly unknown[], fits: (one: never) => boolean): number => (many.length === 0 ? 0 : many.filter((one) => fits(one as never)).length / many.length);

function byHeading(heading: string, column: SeenColumn, text: readonly string[], ground: GuessGround): GuessedUse | undefined {
  const common = commonHeadings().get(normaliseTitle(column.heading));
  if ((common === C.town || common === C.village || common === C.division) && share(text, (one: string) => ground.levelOf(one) !== undefined) >= MOST / 2) return { use: common, why: '登记在哪里，每条都有' };
  if (common === C.state && guessChoices(text, { most: 8 }) !== undefined) return { use: C.state, why: '写法不多，做成状态' };
  if (common === C.since || /^(?:注销|撤销|解散|退出|停用|停业|停办|终止|关闭|报废|拆除)(?:时间|日期)$/.test(heading)) return { use: C.since, why: '到现在这个状态的日子' };
  if (/^(?:公民)?身份证(?:件)?(?:号码?)?$|^公民身份号码$/.test(heading)) return { use: 'id-card', why: '按标题，加密' };
  if (/电话|手机|联系方式/.test(heading)) return { use: 'phone', why: '按标题，加密' };
  if (/银行账号|银行卡号|开户账号/.test(heading)) return { use: 'bank-account', why: '按标题，加密' };
  if (/^(?:姓名|负责人|联系人|法定代表人|法人代表|法人|会长|队长|组长|书记|主任|经办人|户主|院长|理事长|管理员)(?:姓名)?$/.test(heading) && share(text, (one: string) => /^[\p{Script=Han}· ]{2,6}$/u.test(one)) >= MOST) return { use: 'person-name', why: '写的是人名' };
  return undefined;
}

/** A column full of the city's own divisions says where a record lies. */
function byPlace(text: readonly string[], ground: GuessGround): GuessedUse | undefined {
  const distinct = [...new Set(text)];
  if (distinct.length > 400 || distinct.some((one) => one.length > 24)) return undefined;
  const levels = distinct.map((one) => ground.levelOf(one));
  if (share(levels, (one: string | undefined) => one === 'village') >= MOST) return { use: C.village, why: '写的都是村居' };
  return share(levels, (one: string | undefined) => one === 'town' || one === 'county') >= MOST ? { use: C.town, why: '写的都是镇街' } : undefined;
}

function byValues(heading: string, column: SeenColumn, cells: readonly SheetCell[], ground: GuessGround): GuessedUse | undefined {
  const plain = cells.map((cell) => plainText(cell.text).replace(/^['‘’`]/, ''));
  const kind = (wanted: RegisterField['kind']): number => share(cells, (cell: SheetCell) => 'value' in readField({ key: 'f', title: column.heading, kind: wanted }, cell, column.heading, ground.date1904));
  if (share(plain, (one: string) => /^\d{17}[\dXx]$/.test(one)) >= MOST) return { use: 'id-card', why: '写的是身份证号，加密' };
  if (share(plain, (one: string) => /^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/.test(one)) >= MOST) return { use: 'phone', why: '写的是电话，加密' };
  if (share(plain, (one: string) => /^\d{2,3}\.\d+[,，]\d{2}\.\d+$/.test(one)) >= MOST) return { use: 'place', why: '写的是经纬度' };
  if (share(cells, (cell: SheetCell) => isDay(cell, heading, ground)) >= MOST) return { use: 'date', why: '写的是日期' };
  if (/年份|年度/.test(heading) && share(plain, (one: string) => /^(?:19|20)\d\d年?$/.test(one)) >= MOST) return { use: 'year', why: '写的是年份' };
  if (share(cells, (cell: SheetCell) => cell.kind !== 'number' && readMonth(cell, ground.date1904).ok) >= MOST) return { use: 'month', why: '写的是年月' };
  if (share(plain, (one: string) => /^(?:是|否|有|无|没有|√|×|✓|✔|不是)$/.test(one)) >= MOST && kind('yes-no') >= MOST) return { use: 'yes-no', why: '写的是“是”“否”' };
  if (isCode(heading, plain)) return { use: 'text', why: '是编码，不是数' };
  if (/金额|经费|资金|款|费用?$|补贴|补助|造价|投资|收入|支出|元\)?$/.test(heading) && kind('money') >= MOST) return { use: 'money', why: /万元/.test(heading) ? '写的是钱，标题说是万元' : '写的是钱' };
  if (kind('number') < MOST) return undefined;
  // one figure with decimals and the column keeps them; cells that are no figure at all say nothing
  const broken = plain.some((one) => /^[\d,]+\.\d*[1-9]/.test(one));
  return broken ? { use: 'number', why: '写的是数，有小数' } : { use: 'integer', why: '写的是整数' };
}

/** A day, in any way it is written; a bare number only where the heading speaks of a day. */
function isDay(cell: SheetCell, heading: string, ground: GuessGround): boolean {
  const told = /日期|时间|日$/.test(heading);
  if (cell.kind === 'number' && !told) return false;
  const read = readDay(cell, ground.date1904, LATEST);
  return read.ok ? told || read.from !== 'serial' : told && read.fault === 'ambiguous';
}

/** Digits that nobody adds up: codes, certificates, house numbers. */
const isCode = (heading: string, plain: readonly string[]): boolean =>
  (/(?:代码|编码|编号|证号|文号|号码|牌号|门牌)$/.test(heading) && share(plain, (one: string) => /\d/.test(one)) >= MOST) || share(plain, (one: string) => /^0\d{3,}$|^\d{9,}$|^[0-9A-Z]{18}$/.test(one)) >= MOST;

function byWords(heading: string, text: readonly string[]): GuessedUse {
  if (/名称|名字|全称|标题|题名|姓名/.test(heading)) return { use: 'text', why: '按标题' };
  const several = text.filter((one) => /[、；;]/.test(one)).length >= text.length * 0.3;
  const parts = several ? guessChoices(text.flatMap((one) => one.split(/[、,，;；]/).map((part) => trimAll(part))), { most: 15 }) : undefined;
  if (parts !== undefined) return { use: 'choices', why: `一格写几项，共 ${parts.titles.length} 种` };
  const choice = guessChoices(text, { most: 12 });
  if (choice !== undefined) return { use: 'choice', why: `只有 ${choice.titles.length} 种写法${choice.once.length === 0 ? '' : `；“${choice.once.join('”“')}”只出现一次，没有列进去`}` };
  const length = text.reduce((sum, one) => sum + one.length, 0) / Math.max(1, text.length);
  return length > 24 ? { use: 'long-text', why: '写得长' } : { use: 'text', why: '文字' };
}
