import type { Form, FormField, FormSection } from '../../../../kernel/contract/form.ts';

/** Typed name that stands for the applicant's signature; never sent with the answers. */
export const SIGNATURE = 'signature';

const UNITS: Readonly<Record<string, string>> = { members: '人', incomes: '笔', deductions: '笔' };
const withUnit = (field: FormField): FormField => (UNITS[field.key] === undefined ? field : { ...field, unit: UNITS[field.key] ?? '项' });

const signature: FormField = { key: SIGNATURE, title: '签名', plainTitle: '写下您的姓名，就是签字', kind: 'person-name', required: true, showIf: { key: 'authorise', equals: true } };
const HOME = ['division', 'address', 'phone', 'hukouKind'];
const REGROUPED = ['family', 'authorisation', 'confirmation'];

export interface PortalForm {
  /** The steps on the phone. */
  readonly steps: Form;
  /** Asked on the last page, under everything that was written. */
  readonly last: readonly FormField[];
}

/**
 * A declared application form, one thing a screen for somebody on a phone: where one lives, who is in the family, … The questions are the
 * declared ones, only their grouping is the portal's; whatever the form asks that is named in no step joins the second. `signed: false` where somebody hands in for another: the applicant signs for himself afterwards.
 */
export function makePortalForm(declaration: Form, { signed = true }: { readonly signed?: boolean } = {}): PortalForm {
  const declared = (id: string): FormSection => {
    const found = declaration.sections.find((section) => section.id === id);
    if (found === undefined) throw new Error(`the application form has no section ${id}`);
    return found;
  };
  const [family, authorisation] = [declared('family'), declared('authorisation')];
  const among = (section: FormSection, keys: readonly string[]): FormField[] => section.fields.filter((field) => keys.includes(field.key));
  const others = (section: FormSection, keys: readonly string[]): FormField[] => section.fields.filter((field) => !keys.includes(field.key));
  const sections: FormSection[] = [
    { id: 'home', title: '住处', plainTitle: '您住在哪里', fields: among(family, HOME) },
    { ...family, fields: [...among(family, ['members']), ...others(family, ['members', ...HOME])] },
    ...declaration.sections.filter((section) => !REGROUPED.includes(section.id)),
    { ...authorisation, fields: [...among(authorisation, ['authorise']), ...(signed ? [signature] : []), ...others(authorisation, ['authorise'])] },
  ];
  return { steps: { ...declaration, sections: sections.map((section) => ({ ...section, fields: section.fields.map(withUnit) })) }, last: declared('confirmation').fields };
}

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
