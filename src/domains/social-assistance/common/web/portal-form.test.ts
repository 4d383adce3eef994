import { expect, it } from 'vitest';
import type { Form } from '../../../../kernel/contract/form.ts';
import { account, assets, authorisation, confirmation, family, income } from '../means-test/form-sections.ts';
import { makePortalForm, SIGNATURE, withNames } from './portal-form.ts';

const form: Form = { id: 'test', title: '申请', sections: [family, income, assets, account, authorisation, confirmation] };
const portal = makePortalForm(form);

it('居民看到的表和窗口的表问的一样多，只是分法不同', () => {
  const keys = (one: Form) => one.sections.flatMap((section) => section.fields.map((field) => field.key));
  const asked = [...keys(portal.steps).filter((key) => key !== SIGNATURE), ...portal.last.map((field) => field.key)];
  expect(asked.toSorted()).toEqual(keys(form).toSorted());
  expect(new Set(asked).size).toBe(asked.length);
});

it('写过的姓名，后面只要选；有两个同名的，还是自己写清楚', () => {
  const whose = (names: readonly string[]) => withNames(portal.steps, names).sections.flatMap((section) => section.fields).find((field) => field.key === 'incomes')?.item?.find((field) => field.key === 'person');
  expect(whose(['陈秀英', '黄志强'])).toMatchObject({ kind: 'choice', options: [{ value: '陈秀英' }, { value: '黄志强' }] });
  expect(whose(['陈秀英', '陈秀英'])).toMatchObject({ kind: 'person-name' });
  expect(whose([])).toMatchObject({ kind: 'person-name' });
});
