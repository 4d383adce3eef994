import type { Form, FormSection } from '../../../kernel/contract/form.ts';

/** The questions of several matters asked once: sections of one id become one, a question of one key is asked once, in the order first met. */
export function joinForms(forms: readonly Form[]): Form {
  const asked = new Set<string>();
  const sections = new Map<string, FormSection>();
  for (const section of forms.flatMap((form) => form.sections)) {
    const fresh = section.fields.filter((field) => !asked.has(field.key));
    fresh.forEach((field) => asked.add(field.key));
    const before = sections.get(section.id);
    if (before === undefined) sections.set(section.id, { ...section, fields: fresh });
    else sections.set(section.id, { ...before, fields: [...before.fields, ...fresh] });
  }
  return { id: 'check', title: '算一算', sections: [...sections.values()].filter((section) => section.fields.length > 0) };
}
