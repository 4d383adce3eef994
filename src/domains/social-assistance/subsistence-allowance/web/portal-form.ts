import type { Form, FormField, FormSection } from '../../../../kernel/contract/form.ts';
import { applicationForm } from '../form.ts';

/** Typed name that stands for the applicant's signature; never sent with the answers. */
export const SIGNATURE = 'signature';

const fields = new Map(applicationForm.sections.flatMap((section) => section.fields).map((field) => [field.key, field]));
const declared = (id: string): FormSection => {
  const found = applicationForm.sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`the application form has no section ${id}`);
  return found;
};

const UNITS: Readonly<Record<string, string>> = { members: '人', incomes: '笔', deductions: '笔' };
const withUnit = (field: FormField): FormField => (UNITS[field.key] === undefined ? field : { ...field, unit: UNITS[field.key] ?? '项' });

function take(...keys: string[]): FormField[] {
  return keys.map((key) => {
    const field = fields.get(key);
    if (field === undefined) throw new Error(`the application form has no field ${key}`);
    return field;
  });
}

const signature: FormField = { key: SIGNATURE, title: '签名', plainTitle: '写下您的姓名，就是签字', kind: 'person-name', required: true, showIf: { key: 'authorise', equals: true } };
const home = ['division', 'address', 'phone', 'hukouKind'];
const confirmation = declared('confirmation').fields.map((field) => field.key);

/**
 * The declared application form, one thing a screen for somebody on a phone: where one lives, who is in the family, … The questions are the
 * declared ones, only their grouping is the portal's; whatever the form asks that is named in no step joins the second.
 */
export const portalForm: Form = {
  ...applicationForm,
  sections: [
    { id: 'home', title: '住处', plainTitle: '您住在哪里', fields: take(...home) },
    { ...declared('family'), fields: [...take('members'), ...declared('family').fields.filter((field) => field.key !== 'members' && !home.includes(field.key))] },
    ...applicationForm.sections.filter((section) => !['family', 'authorisation', 'confirmation'].includes(section.id)),
    { ...declared('authorisation'), fields: [...declared('authorisation').fields.filter((field) => field.key === 'authorise'), signature, ...declared('authorisation').fields.filter((field) => field.key !== 'authorise')] },
  ].map((section) => ({ ...section, fields: section.fields.map(withUnit) })),
};

/** The same with the names written so far as answers of 是谁的: nobody types a name twice. Two of one name stay to be told apart in writing. */
export function withNames(form: Form, names: readonly string[]): Form {
  const known = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  if (known.length === 0 || known.length < names.length) return form;
  const asChoice = (field: FormField): FormField => {
    if (field.key !== 'person') return field;
    const { help: _typed, ...asked } = field;
    return { ...asked, kind: 'choice', options: known.map((name) => ({ value: name, title: name })) };
  };
  return { ...form, sections: form.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (field.item === undefined ? field : { ...field, item: field.item.map(asChoice) })) })) };
}

/** Asked on the last page, under everything that was written. */
export const lastQuestions: readonly FormField[] = take(...confirmation);
