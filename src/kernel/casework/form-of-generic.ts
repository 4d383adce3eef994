import type { Form } from '../contract/form.ts';
import { listExtendable } from './extension.ts';
import type { GenericStepDeclaration } from './generic-steps.ts';
import { listReturnable } from './list-returnable.ts';
import type { LoadedCase } from './load-case.ts';
import { supplementForm } from './supplement.ts';

/** The form of a step every procedure has, as it stands for this case: states to return to, limits to prolong, materials to ask for. */
export function formOfGeneric(loaded: LoadedCase, step: GenericStepDeclaration): Form {
  switch (step.id) {
    case 'request-supplement': return supplementForm(step, loaded);
    case 'return': return withChoices(step.form, 'to', listReturnable(loaded));
    case 'extend': return withChoices(step.form, 'task', listExtendable(loaded));
    default: return step.form;
  }
}

const withChoices = (form: Form, key: string, choices: readonly { readonly id: string; readonly title: string }[]): Form => ({
  ...form, sections: form.sections.map((section) => ({
    ...section, fields: section.fields.map((field) => (field.key === key ? { ...field, kind: 'choice' as const, options: choices.map(({ id, title }) => ({ value: id, title })) } : field)),
  })),
});
