import type { FieldError, Form, FormField } from '../../kernel/contract/form.ts';
import { checkIdCardNumber } from '../../kernel/values/id-card-number.ts';
import { formatYuan, fen } from '../../kernel/values/money.ts';
import { isBlank, rowsOf, shownFields, type FormValue, type FormValues } from './form-values.ts';
import { isDay } from './read-written.ts';

/** Every answer that is missing or cannot be read, in the order of the form. The server checks again from the same declaration. */
export function checkForm(form: Form, values: FormValues): FieldError[] {
  return form.sections.flatMap((section) => checkFields(section.fields, values, ''));
}

/** The same for some fields of one level; `before` is the path they hang under (`members.1.`). */
export function checkFields(fields: readonly FormField[], values: FormValues, before: string): FieldError[] {
  return shownFields(fields, values).flatMap((field) => checkField(field, values[field.key], `${before}${field.key}`));
}

function checkField(field: FormField, value: FormValue | undefined, path: string): FieldError[] {
  if (isBlank(value)) return field.required === true ? [{ path, code: 'form.required', sentence: missingSentence(field) }] : [];
  if (field.kind === 'list') return rowsOf(value).flatMap((row, at) => checkFields(field.item ?? [], row, `${path}.${at}.`));
  const sentence = readSentence(field, value);
  return sentence === undefined ? [] : [{ path, code: 'form.unreadable', sentence }];
}

function missingSentence(field: FormField): string {
  const title = field.plainTitle ?? field.title;
  if (field.kind === 'yes-no' || field.kind === 'choice' || field.kind === 'choices') return '这一题还没有选。';
  if (field.kind === 'money') return '还没有写。没有的话，写 0。';
  if (field.kind === 'files') return `还差材料：${title}。`;
  if (field.kind === 'list') return `${title}至少写一行。`;
  return `${title.replace(/[？?]$/, '')}还没有写。`;
}

/** Why a value cannot be taken, undefined if it can. */
function readSentence(field: FormField, value: FormValue | undefined): string | undefined {
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? outside(field, value, (amount) => `${formatYuan(fen(amount))} 元`) : '这里要写数字。没有的话，写 0。';
    case 'integer':
      return typeof value === 'number' ? outside(field, value, (count) => `${count}${field.unit ?? ''}`) : '这里要写整数，例如 3。';
    case 'year':
      return typeof value === 'number' ? outside({ min: 1900, max: 2100, ...field }, value, String) : '这里要写年份，例如 2014。';
    case 'number':
      return /^-?\d{1,12}(?:\.\d+)?$/.test(String(value)) ? decimalSentence(field, String(value)) : '这里要写数字，例如 12.5。';
    case 'place':
      return /^\d{2,3}(?:\.\d{1,7})?,\d{1,2}(?:\.\d{1,7})?$/.test(String(value)) ? undefined : '位置没有看懂。请写经度、纬度，例如 113.382391,22.521113。';
    case 'link':
      return typeof value === 'number' ? undefined : '请从找到的里面选一个。';
    case 'date':
      return isDay(value) ? undefined : '日期没有看懂。请写成 2014-11-26 这样。';
    case 'month':
      return typeof value === 'string' && /^\d{4}-\d{2}$/.test(value) ? undefined : '月份没有看懂。请写成 2014-11 这样。';
    case 'id-card':
      return idSentence(String(value));
    case 'phone':
      return /^(?:1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,6})?)$/.test(String(value)) ? undefined : '电话没有看懂。手机是 11 位，座机请连区号写，例如 0760-88881234。';
    case 'bank-account':
      return /^\d{8,30}$/.test(String(value)) ? undefined : '账号只有数字，请照存折或卡上的写。';
    default:
      return typeof value === 'string' && field.maxLength !== undefined && [...value].length > field.maxLength
        ? `最多 ${field.maxLength} 个字，现在是 ${[...value].length} 个。`
        : undefined;
  }
}

function decimalSentence(field: FormField, value: string): string | undefined {
  const decimals = field.decimals ?? 2;
  if ((value.split('.')[1] ?? '').length > decimals) return decimals === 0 ? '这里要写整数。' : `最多 ${decimals} 位小数。`;
  return outside(field, Number(value), (one) => `${one}${field.unit ?? ''}`);
}

function outside(field: Pick<FormField, 'min' | 'max'>, value: number, words: (value: number) => string): string | undefined {
  if (field.min !== undefined && value < field.min) return `不能少于 ${words(field.min)}。`;
  if (field.max !== undefined && value > field.max) return `不能多于 ${words(field.max)}。`;
  return undefined;
}

/** Numbers of a demonstration city pass here; whether the city is one, the server knows. */
function idSentence(value: string): string | undefined {
  if (value.length !== 18) return `身份证号要 18 位，现在是 ${value.length} 位。`;
  const checked = checkIdCardNumber(value, { demo: true });
  return checked.ok ? undefined : checked.sentence;
}
