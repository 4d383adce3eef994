import { expect, it } from 'vitest';
import { applicationForm } from '../form.ts';
import { lastQuestions, portalForm, SIGNATURE } from './portal-form.ts';

it('居民看到的表和窗口的表问的一样多，只是分法不同', () => {
  const keys = (form: typeof applicationForm) => form.sections.flatMap((section) => section.fields.map((field) => field.key));
  const asked = [...keys(portalForm).filter((key) => key !== SIGNATURE), ...lastQuestions.map((field) => field.key)];
  expect(asked.toSorted()).toEqual(keys(applicationForm).toSorted());
  expect(new Set(asked).size).toBe(asked.length);
});
