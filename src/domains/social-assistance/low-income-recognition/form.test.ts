import { expect, it } from 'vitest';
import { makePortalForm, SIGNATURE } from '../common/web/portal-form.ts';
import { lowIncomeForm, twoKindsForm } from './form.ts';

it.each([lowIncomeForm, twoKindsForm])('[S003] 手机上和窗口问的一样多：$id', (form) => {
  const { steps, last } = makePortalForm(form);
  const asked = [...steps.sections.flatMap((section) => section.fields), ...last].map((field) => field.key).filter((key) => key !== SIGNATURE);
  expect(asked.toSorted()).toEqual(form.sections.flatMap((section) => section.fields.map((field) => field.key)).toSorted());
});
