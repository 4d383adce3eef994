import { normaliseDigits, trimAll } from '../values/chinese-text.ts';
import { checkIdCardNumber } from '../values/id-card-number.ts';
import { parseYuan } from '../values/money.ts';
import { parseMonth } from '../values/month.ts';
import { parsePlainDate, type PlainDate } from '../values/plain-date.ts';
import { isAsked, type FieldError, type Form, type FormField } from './form.ts';

export type FormValues = Readonly<Record<string, unknown>>;
export type FormAnswer = { readonly ok: true; readonly values: FormValues } | { readonly ok: false; readonly errors: readonly FieldError[] };
export interface FormCheckOptions { readonly today?: PlainDate; /** Accept id numbers of invented people. */ readonly demo?: boolean }

type Read = { readonly value: unknown } | { readonly code: string; readonly sentence: string };
const wrong = (code: string, sentence: string): Read => ({ code, sentence });

/**
 * Checks answers against the form's own declaration, in the browser as on the server. Every wrong field gets one Chinese sentence. Gives back
 * the values in the form they are kept: money in 分, numbers half-width, days and months as text; fields that are not shown are left out.
 */
export function checkForm(form: Form | undefined, answers: unknown, options: FormCheckOptions = {}): FormAnswer {
  const fields = form?.sections.flatMap((section) => section.fields) ?? [];
  if (answers !== undefined && answers !== null && (typeof answers !== 'object' || Array.isArray(answers))) {
    return { ok: false, errors: [{ path: '', code: 'field.type', sentence: '没有看懂送来的内容，请刷新页面再填。' }] };
  }
  const errors: FieldError[] = [];
  const values = checkLevel(fields, (answers ?? {}) as FormValues, '', errors, options);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, values };
}

function checkLevel(fields: readonly FormField[], answers: FormValues, head: string, errors: FieldError[], options: FormCheckOptions): FormValues {
  const values: Record<string, unknown> = {};
  for (const key of Object.keys(answers)) {
    if (!fields.some((field) => field.key === key)) errors.push({ path: head + key, code: 'field.unknown', sentence: `这张表没有“${key}”这一项。` });
  }
  for (const field of fields) {
    if (!isAsked(field, values)) continue;
    const answer = typeof answers[field.key] === 'string' ? trimAll(answers[field.key] as string) : answers[field.key];
    const path = head + field.key;
    if (isEmpty(answer)) {
      if (field.required) errors.push({ path, code: 'field.required', sentence: `请填写“${field.title}”。` });
      continue;
    }
    if (field.kind === 'list') {
      const items = checkList(field, answer, path, errors, options);
      if (items) values[field.key] = items;
      continue;
    }
    const read = readField(field, answer, options);
    if ('code' in read) errors.push({ path, ...read });
    else values[field.key] = read.value;
  }
  return values;
}

const isEmpty = (answer: unknown): boolean => answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);

function checkList(field: FormField, answer: unknown, path: string, errors: FieldError[], options: FormCheckOptions): FormValues[] | undefined {
  const isItem = (item: unknown): item is FormValues => typeof item === 'object' && item !== null && !Array.isArray(item);
  if (!Array.isArray(answer) || !answer.every(isItem)) {
    errors.push({ path, code: 'field.type', sentence: `“${field.title}”要一条一条填写。` });
    return undefined;
  }
  if (field.min !== undefined && answer.length < field.min) errors.push({ path, code: 'field.too-small', sentence: `“${field.title}”至少要填 ${field.min} 条。` });
  if (field.max !== undefined && answer.length > field.max) errors.push({ path, code: 'field.too-large', sentence: `“${field.title}”最多填 ${field.max} 条。` });
  return answer.map((item, index) => checkLevel(field.item ?? [], item, `${path}.${index}.`, errors, options));
}

function readField(field: FormField, answer: unknown, options: FormCheckOptions): Read {
  switch (field.kind) {
    case 'yes-no': return typeof answer === 'boolean' ? { value: answer } : wrong('field.type', `“${field.title}”请选“是”或“否”。`);
    case 'choice': return field.options?.some((option) => option.value === answer) ? { value: answer } : wrong('field.choice', `“${field.title}”请从给出的几项里选一项。`);
    case 'choices': return Array.isArray(answer) && answer.every((one) => field.options?.some((option) => option.value === one)) ? { value: [...new Set(answer)] } : wrong('field.choice', `“${field.title}”请从给出的几项里选。`);
    case 'money': return readMoney(field, answer);
    case 'integer': case 'year': return readInteger(field.kind === 'year' ? { min: 1900, max: 2100, ...field } : field, answer);
    case 'link': return readInteger({ ...field, min: 1 }, answer);
    case 'number': return readDecimal(field, answer);
    case 'files': return Array.isArray(answer) && answer.every((file) => typeof file === 'string' || typeof file === 'number') ? { value: answer } : wrong('field.type', `“${field.title}”没有传上，请再选一次文件。`);
    default: return typeof answer === 'string' ? readText(field, answer, options) : wrong('field.type', `“${field.title}”要写文字。`);
  }
}

/** Typed amounts are 元 (`620`, `1,599.00`); a number is 分, as programs keep it. */
function readMoney(field: FormField, answer: unknown): Read {
  const amount = typeof answer === 'string' ? parseYuan(answer) : typeof answer === 'number' && Number.isSafeInteger(answer) ? answer : undefined;
  if (amount === undefined) return wrong('field.money', `“${field.title}”请写金额，如 620 或 620.50，最多两位小数。`);
  if (amount < (field.min ?? 0)) return wrong('field.too-small', `“${field.title}”不能小于 ${(field.min ?? 0) / 100} 元。`);
  if (field.max !== undefined && amount > field.max) return wrong('field.too-large', `“${field.title}”不能大于 ${field.max / 100} 元，请检查是不是多写了零。`);
  return { value: amount };
}

function readInteger(field: FormField, answer: unknown): Read {
  const number = typeof answer === 'string' && /^-?\d{1,15}$/.test(normaliseDigits(answer)) ? Number(normaliseDigits(answer)) : answer;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return wrong('field.integer', `“${field.title}”请写整数。`);
  if (field.min !== undefined && number < field.min) return wrong('field.too-small', `“${field.title}”不能小于 ${field.min}。`);
  if (field.max !== undefined && number > field.max) return wrong('field.too-large', `“${field.title}”不能大于 ${field.max}。`);
  return { value: number };
}

/** Kept as text, so that 12.50 stays 12.50 and nothing is rounded twice. */
function readDecimal(field: FormField, answer: unknown): Read {
  const decimals = field.decimals ?? 2;
  const text = typeof answer === 'number' ? String(answer) : typeof answer === 'string' ? normaliseDigits(answer).replaceAll(',', '') : '';
  if (!new RegExp(`^-?\\d{1,12}(\\.\\d{1,${Math.max(decimals, 1)}})?$`).test(text) || (decimals === 0 && text.includes('.'))) return wrong('field.number', `“${field.title}”请写数字${decimals === 0 ? '' : `，最多 ${decimals} 位小数`}。`);
  if (field.min !== undefined && Number(text) < field.min) return wrong('field.too-small', `“${field.title}”不能小于 ${field.min}。`);
  if (field.max !== undefined && Number(text) > field.max) return wrong('field.too-large', `“${field.title}”不能大于 ${field.max}。`);
  return { value: decimals === 0 ? text : Number(text).toFixed(decimals) };
}

/** Longitude, latitude: a point in China. */
function readPlace(field: FormField, answer: string): Read {
  const found = /^(\d{2,3}(?:\.\d{1,7})?)[,，\s]+(\d{1,2}(?:\.\d{1,7})?)$/.exec(normaliseDigits(answer));
  const [lon, lat] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || lon < 73 || lon > 136 || lat < 3 || lat > 54) return wrong('field.place', `“${field.title}”请写经度、纬度，如 113.382391,22.521113。`);
  return { value: `${lon},${lat}` };
}

const DEFAULT_LENGTH: Readonly<Partial<Record<FormField['kind'], number>>> = { 'long-text': 2000, 'person-name': 40 };

function readText(field: FormField, answer: string, options: FormCheckOptions): Read {
  const max = field.maxLength ?? DEFAULT_LENGTH[field.kind] ?? 200;
  if (answer.length > max) return wrong('field.too-large', `“${field.title}”最多写 ${max} 个字。`);
  const digits = normaliseDigits(answer).replace(/[\s-]/g, '');
  switch (field.kind) {
    case 'date': {
      const day = parsePlainDate(answer);
      return day === undefined ? wrong('field.date', `“${field.title}”请写成 2014-11-03 这样的日期。`) : { value: day };
    }
    case 'month': return parseMonth(answer) === undefined ? wrong('field.month', `“${field.title}”请写成 2014-11 这样的月份。`) : { value: answer };
    case 'id-card': {
      const read = checkIdCardNumber(answer, options);
      return read.ok ? { value: read.number } : wrong(read.code, read.sentence);
    }
    case 'person-name': return /\d|[<>{}]/.test(answer) ? wrong('field.name', `“${field.title}”请照证件写姓名。`) : { value: answer };
    case 'phone': return /^\+?\d{5,15}$/.test(digits) ? { value: digits } : wrong('field.phone', `“${field.title}”请写电话号码，如 13800000000 或 0760-88880000。`);
    case 'bank-account': return /^\d{8,32}$/.test(digits) ? { value: digits } : wrong('field.bank-account', `“${field.title}”请照存折或银行卡写账号，只有数字。`);
    case 'place': return readPlace(field, answer);
    case 'division': return /^\d{6,12}$/.test(answer) ? { value: answer } : wrong('field.division', `“${field.title}”请从列表里选。`);
    default: return { value: answer };
  }
}

/** The same values with numbers of documents, accounts and telephones masked, for keeping beside a case: the numbers stand encrypted elsewhere. */
export function maskForm(form: Form | undefined, values: FormValues): FormValues {
  return maskLevel(form?.sections.flatMap((section) => section.fields) ?? [], values);
}

function maskLevel(fields: readonly FormField[], values: FormValues): FormValues {
  const kinds = new Map(fields.map((field) => [field.key, field]));
  return Object.fromEntries(Object.entries(values).map(([key, value]) => {
    const field = kinds.get(key);
    if (field?.kind === 'list' && Array.isArray(value)) return [key, value.map((item: FormValues) => maskLevel(field.item ?? [], item))];
    const secret = field?.kind === 'id-card' || field?.kind === 'bank-account' || field?.kind === 'phone';
    return [key, secret && typeof value === 'string' ? maskNumber(value, field.kind) : value];
  }));
}

function maskNumber(value: string, kind: FormField['kind']): string {
  const head = kind === 'id-card' ? 4 : kind === 'phone' ? 3 : 0;
  return value.slice(0, head) + '*'.repeat(Math.max(0, value.length - head - 4)) + value.slice(-4);
}
