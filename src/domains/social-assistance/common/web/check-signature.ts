import type { FieldError } from '../../../../kernel/contract/form.ts';
import { rowsOf, type FormValues } from '../../../../web/forms/form-values.ts';
import { SIGNATURE } from './portal-form.ts';

/** The applicant agrees to the check and signs with the name written among the members. */
export function checkSignature(values: FormValues): FieldError[] {
  if (values['authorise'] === undefined) return [];
  if (values['authorise'] !== true) return [{ path: 'authorise', code: 'form.not-authorised', sentence: '不同意核对，我们没法算，申请不能交。想不明白，可以打 12345 问。' }];
  const name = rowsOf(values['members']).find((row) => row['relation'] === 'self')?.['name'];
  const signed = values[SIGNATURE];
  if (typeof signed !== 'string' || typeof name !== 'string') return [];
  return plain(signed) === plain(name) ? [] : [{ path: SIGNATURE, code: 'form.signature', sentence: `签名要和前面写的本人姓名一样：${name}。` }];
}

const plain = (name: string) => name.replace(/\s/g, '');
