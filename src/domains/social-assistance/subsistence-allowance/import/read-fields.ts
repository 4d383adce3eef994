import { plainText, type FieldReading } from '../../../../kernel/documents/workbook/read-cell.ts';
import type { SheetCell } from '../../../../kernel/documents/workbook/sheet-rows.ts';
import { trimAll } from '../../../../kernel/values/chinese-text.ts';
import { fen, parseYuan, type Fen } from '../../../../kernel/values/money.ts';
import type { RosterDisability } from './roster.ts';

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
