import type { Form, FormField, Material } from '../contract/form.ts';
import { Refusal } from '../contract/refusal.ts';
import type { GenericStepDeclaration } from './generic-steps.ts';
import type { CaseActionRow, LoadedCase } from './load-case.ts';
import type { RecordedAction } from './advance-case.ts';

/** What one 一次性告知 asked for: items of the form's own checklist, and what was written beside it. */
interface Telling { readonly materials?: readonly string[]; readonly missing?: readonly { readonly what: string }[]; readonly whyAgain?: string }

const WHY_AGAIN: FormField = {
  key: 'whyAgain', title: '上次没有告知、这次又要补的原因', kind: 'long-text', maxLength: 300, help: '法律要求一次告知全部要补的材料。只有催补上次说过的，不用写。',
};

const tellings = (actions: readonly Pick<RecordedAction, 'step' | 'data'>[]): Telling[] => actions.filter((action) => action.step === 'request-supplement').map((action) => action.data as Telling);

/** The form of 一次性告知: the checklist of what the application form may ask for, whole, and room for what stands on no list. */
export function supplementForm(generic: GenericStepDeclaration, loaded: Pick<LoadedCase, 'procedure'> & { readonly actions: readonly Pick<RecordedAction, 'step' | 'data'>[] }): Form {
  const { materials } = loaded.procedure.form;
  const again = tellings(loaded.actions).length > 0 ? [WHY_AGAIN] : [];
  const [section] = generic.form.sections;
  if (!section) return generic.form;
  const fields = materials ? [checklist(materials), ...section.fields.map((field) => (field.key === 'missing' ? { ...field, title: '清单上没有的', required: false } : field))] : section.fields;
  return { ...generic.form, sections: [{ ...section, fields: [...fields, ...again] }] };
}

const checklist = (materials: readonly Material[]): FormField => ({
  key: 'materials', title: '还缺哪些材料', kind: 'choices', help: '一次勾全。勾了的都印在告知书上。',
  options: materials.map((material) => ({ value: material.key, title: material.help === undefined ? material.title : `${material.title}（${material.help}）` })),
});

/** Every item of a telling in words, checklist first. */
export function listMissing(telling: Telling, materials: readonly Material[] | undefined): string[] {
  return [...(telling.materials ?? []).map((key) => materials?.find((material) => material.key === key)?.title ?? key), ...(telling.missing ?? []).map((item) => item.what)];
}

/** Every 一次性告知 of a case as it is printed, latest first. */
export const listTellings = (actions: readonly Pick<CaseActionRow, 'step' | 'data' | 'on' | 'actorName' | 'officeName'>[], materials: readonly Material[] | undefined) =>
  actions.filter((action) => action.step === 'request-supplement').map((action) => ({
    on: action.on, by: action.actorName, office: action.officeName, items: listMissing(action.data as Telling, materials), whyAgain: (action.data as Telling).whyAgain ?? null,
  })).toReversed();

/** All that was asked for at the latest telling; nothing when nothing ever was. */
export const lastTold = (actions: readonly Pick<RecordedAction, 'step' | 'data'>[], materials: readonly Material[] | undefined): string[] =>
  listMissing(tellings(actions).at(-1) ?? {}, materials);

/** 一次性告知: at least one thing, and what was not said the first time only with the reason why not. */
export function refuseSecondTelling(loaded: Pick<LoadedCase, 'procedure' | 'actions'>, values: Telling): void {
  const { materials } = loaded.procedure.form;
  const asked = listMissing(values, materials);
  if (asked.length === 0) throw new Refusal('case.nothing-missing');
  const before = tellings(loaded.actions);
  if (before.length === 0 || values.whyAgain !== undefined) return;
  const told = new Set(before.flatMap((telling) => listMissing(telling, materials)));
  const unsaid = asked.filter((what) => !told.has(what));
  if (unsaid.length > 0) throw new Refusal('case.told-once', { what: unsaid.join('、') });
}
