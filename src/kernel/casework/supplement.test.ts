import { describe, expect, test } from 'vitest';
import { checkForm } from '../contract/check-form.ts';
import { Refusal } from '../contract/refusal.ts';
import { genericSteps } from './generic-steps.ts';
import { sampleProcedure } from './sample-matter.ts';
import { lastTold, refuseSecondTelling, supplementForm } from './supplement.ts';

const materials = [{ key: 'hukou', title: '户口簿', help: '首页' }, { key: 'income', title: '收入证明' }];
const procedure = { ...sampleProcedure, form: { ...sampleProcedure.form, materials } };
const generic = genericSteps.find((step) => step.id === 'request-supplement')!;
const told = (data: object) => ({ seq: 1, step: 'request-supplement', to: 'received', on: '2024-04-01', data }) as never;
const refusalOf = (actions: never[], values: object) => {
  try { refuseSecondTelling({ procedure, actions }, values); } catch (error) { return error instanceof Refusal ? error.refused : error; }
  return undefined;
};

describe('一次性告知', () => {
  test('the form is the whole checklist of the application form; what stands on no list is written beside it', () => {
    const form = supplementForm(generic, { procedure, actions: [] });
    expect(form.sections[0]?.fields.map((field) => field.key)).toEqual(['materials', 'missing', 'told']);
    expect(form.sections[0]?.fields[0]?.options).toEqual([{ value: 'hukou', title: '户口簿（首页）' }, { value: 'income', title: '收入证明' }]);
    expect(checkForm(form, { materials: ['hukou', 'hukou'], told: 'paper' })).toEqual({ ok: true, values: { materials: ['hukou'], told: 'paper' } });
    expect(checkForm(form, { materials: ['other'], told: 'paper' })).toMatchObject({ ok: false, errors: [{ path: 'materials', code: 'field.choice' }] });
  });

  test('at least one thing is asked for', () => {
    expect(refusalOf([], { told: 'paper' })).toMatchObject({ code: 'case.nothing-missing' });
    expect(refusalOf([], { materials: ['hukou'] })).toBeUndefined();
  });

  test('what was not said the first time needs a reason; what was said may be asked for again', () => {
    const first = told({ materials: ['hukou'], missing: [{ what: '租房合同' }], told: 'paper' });
    expect(refusalOf([first], { materials: ['hukou'], missing: [{ what: '租房合同' }] })).toBeUndefined();
    expect(refusalOf([first], { materials: ['hukou', 'income'] })).toEqual({ code: 'case.told-once', details: { what: '收入证明' } });
    expect(refusalOf([first], { materials: ['income'], whyAgain: '申请后才找到工作' })).toBeUndefined();
    expect(supplementForm(generic, { procedure, actions: [first] }).sections[0]?.fields.at(-1)?.key).toBe('whyAgain');
  });

  test('the applicant reads everything asked for at the latest telling', () => {
    expect(lastTold([], materials)).toEqual([]);
    expect(lastTold([told({ materials: ['income', 'hukou'], missing: [{ what: '租房合同' }] })], materials)).toEqual(['收入证明', '户口簿', '租房合同']);
  });
});
