import { normaliseDigits, trimAll } from './chinese-text.ts';

/** An amount of money in 分 (1/100 yuan), always a safe integer. May be negative (a recovery, a difference). */
export type Fen = number & { readonly __brand: 'fen' };

/** Takes an integer number of 分. Throws when it is not a safe integer: a fraction of a fen is a broken calculation. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return (value === 0 ? 0 : value) as Fen;
}

/** Takes an amount in 元 with at most two decimals, as one writes it in code or YAML (533, 0.1). Throws otherwise. */
export function yuan(value: number): Fen {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(value));
  if (parts === null) throw new RangeError(`not an amount of yuan exact to the fen: ${value}`);
  return fromParts(parts[1] === '-', parts[2] ?? '0', parts[3] ?? '');
}

const THOUSANDS_GROUPED = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount in 元 as a person or a spreadsheet writes it: `620`, `1,599.00`, `６２０`, `620元`, `￥620.5`, `−200.00`.
 * Undefined when it is not an amount, has more than two decimals, or is too large to be held exactly.
 */
export function parseYuan(text: string): Fen | undefined {
  const plain = trimAll(normaliseDigits(text))
    .replace(/，/g, ',')
    .replace(/[．。]/g, '.')
    .replace(/^[\u2212\uFF0D]/, '-')
    .replace(/^＋/, '+');
  const signed = /^([+-]?)\s*[¥￥]?\s*([\d,.]+)\s*(?:元整?)?$/.exec(plain);
  const body = signed?.[2];
  if (signed === null || body === undefined || !THOUSANDS_GROUPED.test(body)) return undefined;
  const [whole = '0', decimals = ''] = body.replace(/,/g, '').split('.');
  if (BigInt(whole) > BigInt(Number.MAX_SAFE_INTEGER) / 100n - 1n) return undefined;
  return fromParts(signed[1] === '-', whole, decimals);
}

function fromParts(negative: boolean, whole: string, decimals: string): Fen {
  const amount = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'));
  return fen(Number(negative ? -amount : amount));
}

/** `1,599.00`; a negative amount has the true minus sign U+2212. In 元, always two decimals. */
export function formatYuan(amount: Fen): string {
  return (amount < 0 ? '\u2212' : '') + unsigned(amount);
}

/** A change against before: `+533.00`, `−200.00`, and `0.00` without a sign. */
export function formatDifference(amount: Fen): string {
  return (amount > 0 ? '+' : '') + formatYuan(amount);
}

/** `1599.00`: plain ASCII without grouping and with `-`, for files that machines read (bank, 财政). */
export function plainYuan(amount: Fen): string {
  return (amount < 0 ? '-' : '') + unsigned(amount).replace(/,/g, '');
}

function unsigned(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const ungrouped = digits.slice(0, -2);
  const whole = ungrouped.length <= 3 ? ungrouped : ungrouped.length <= 6 ? `${ungrouped.slice(0, -3)},${ungrouped.slice(-3)}` : ungrouped.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${whole}.${digits.slice(-2)}`;
}

/** The sum of amounts, exact; of none, 0. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total = fen(total + amount);
  return fen(total);
}

/** `amount` times an integer (a number of persons, months or days). */
export function multiplyFen(amount: Fen, times: number): Fen {
  if (!Number.isSafeInteger(times)) throw new RangeError(`not a whole number: ${times}`);
  return fen(amount * times);
}

/** How a fraction is made whole: 四舍五入, 进位, 舍去. By magnitude: −0.5 half-up is −1, up is −1, down is 0. */
export type Rounding = 'half-up' | 'up' | 'down';

/** To which unit a result is made whole (分, 角, 元) and how. Rule texts say both or neither: then it is a parameter. */
export interface RoundingRule {
  readonly to: 'fen' | 'jiao' | 'yuan';
  readonly mode: Rounding;
}

/** An exact ratio of two integers, such as 40/100 for 40%. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

const FEN_IN = { fen: 1n, jiao: 10n, yuan: 100n } as const;

/** `amount` divided by an integer other than 0, made whole by the rule. */
export function divideFen(amount: Fen, divisor: number, rounding: Rounding | RoundingRule): Fen {
  return scaleFen(amount, { numerator: 1, denominator: divisor }, rounding);
}

/** `amount` × numerator ÷ denominator, exact, rounded once at the end (a bare mode means to the fen). */
export function scaleFen(amount: Fen, ratio: Ratio, rounding: Rounding | RoundingRule): Fen {
  const { numerator, denominator } = ratio;
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(`not a ratio of whole numbers: ${numerator}/${denominator}`);
  }
  const rule = typeof rounding === 'string' ? { to: 'fen' as const, mode: rounding } : rounding;
  const unit = FEN_IN[rule.to];
  const product = amount * numerator;
  const divisor = denominator * Number(unit);
  // plain numbers as long as nothing of them can be lost: twice the product has to be exact too
  if (product >= 0 && divisor > 0 && product * 2 + divisor <= Number.MAX_SAFE_INTEGER) return fen(divideSmall(product, divisor, rule.mode) * Number(unit));
  const dividend = BigInt(amount) * BigInt(numerator);
  return fen(Number(divideWhole(dividend, BigInt(denominator) * unit, rule.mode) * unit));
}

/** `amount` made whole by the rule: `roundFen(yuan(533.4), { to: 'yuan', mode: 'up' })` is 534 yuan. */
export function roundFen(amount: Fen, rule: RoundingRule): Fen {
  return scaleFen(amount, { numerator: 1, denominator: 1 }, rule);
}

function divideSmall(top: number, bottom: number, mode: Rounding): number {
  const rest = top % bottom;
  const away = mode === 'up' ? rest > 0 : mode === 'half-up' && rest * 2 >= bottom;
  return (top - rest) / bottom + (away ? 1 : 0);
}

function divideWhole(dividend: bigint, divisor: bigint, mode: Rounding): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const top = dividend < 0n ? -dividend : dividend;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rest = top % bottom;
  const away = mode === 'up' ? rest > 0n : mode === 'half-up' && rest * 2n >= bottom;
  const quotient = top / bottom + (away ? 1n : 0n);
  return negative ? -quotient : quotient;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/**
 * The amount in formal numerals (大写金额) as cheques, receipts and payment orders require: 捌佰壹拾肆元整.
 * Source: 支付结算办法 (银发〔1997〕393号) 附件一 正确填写票据和结算凭证的基本规定: 零 stands once for any run of zeros inside the number
 * (also between 元 and 分: 壹仟肆佰零玖元伍角, 壹拾元零伍分); 整 follows 元 and, by choice there and always here, 角; after 分 it must not stand.
 * A negative amount begins with 负. Zero is 零元整.
 */
export function chineseAmount(amount: Fen): string {
  const total = BigInt(Math.abs(amount));
  const whole = total / 100n;
  const jiao = Number((total / 10n) % 10n);
  const cents = Number(total % 10n);
  const sign = amount < 0 ? '负' : '';
  if (total === 0n) return '零元整';
  return sign + (whole === 0n ? '' : `${wholeNumber(whole)}元`) + fraction(whole > 0n, jiao, cents);
}

function fraction(afterYuan: boolean, jiao: number, cents: number): string {
  if (jiao === 0 && cents === 0) return '整';
  if (cents === 0) return `${DIGITS[jiao]}角整`;
  if (jiao === 0) return `${afterYuan ? '零' : ''}${DIGITS[cents]}分`;
  return `${DIGITS[jiao]}角${DIGITS[cents]}分`;
}

/** Groups of four digits from the right; a zero is spoken once before the next digit that is not zero. */
function wholeNumber(value: bigint): string {
  const digits = String(value);
  let spoken = '';
  let zeroPending = false;
  let groupHasDigit = false;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[index]);
    const place = digits.length - 1 - index;
    if (digit === 0) {
      zeroPending = true;
    } else {
      spoken += `${zeroPending ? '零' : ''}${DIGITS[digit]}${PLACES[place % 4]}`;
      zeroPending = false;
      groupHasDigit = true;
    }
    if (place % 4 === 0) {
      spoken += groupEnd(digits, place / 4, groupHasDigit);
      groupHasDigit = false;
    }
  }
  return spoken;
}

/** 万, 亿 or 万亿 after its group. An empty group says nothing, save that 万亿 with an empty 亿 group has said its 亿 already. */
function groupEnd(digits: string, group: number, hasDigit: boolean): string {
  if (!hasDigit) return group === 2 && digits.length > 12 ? '亿' : '';
  if (group === 3) return '万';
  return GROUPS[group] ?? '';
}
