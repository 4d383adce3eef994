import type { Form } from '../contract/form.ts';
import type { CaseProcedure } from './case-procedure.ts';
import { listExtendable } from './extension.ts';
import type { GenericStepDeclaration } from './generic-steps.ts';
import { listReturnable } from './list-returnable.ts';
import type { LoadedCase } from './load-case.ts';
import { WHOLE_CASE } from './overall-clock.ts';
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

/** The same for reading an action back: every limit the procedure has and every state, so that what was chosen is shown by its name. */
export function formOfRecord(procedure: CaseProcedure, step: GenericStepDeclaration): Form {
  const states = Object.entries(procedure.states);
  switch (step.id) {
    case 'request-supplement': return supplementForm(step, { procedure, actions: [{ step: step.id, data: {} }] });
    case 'return': return withChoices(step.form, 'to', states.map(([id, { title }]) => ({ id, title })));
    case 'extend': return withChoices(step.form, 'task', [{ id: WHOLE_CASE, title: '全程' }, ...states.flatMap(([, state]) => state.tasks)]);
    default: return step.form;
  }
}

const withChoices = (form: Form, key: string, choices: readonly { readonly id: string; readonly title: string }[]): Form => ({
  ...form, sections: form.sections.map((section) => ({
    ...section, fields: section.fields.map((field) => (field.key === key ? { ...field, kind: 'choice' as const, options: choices.map(({ id, title }) => ({ value: id, title })) } : field)),
  })),
});
