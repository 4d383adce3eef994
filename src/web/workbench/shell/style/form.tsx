import { useState } from 'react';
import type { Form } from '../../../../kernel/contract/form.ts';
import { FormSheet } from '../../../forms/form-sheet.tsx';
import type { FormValues } from '../../../forms/form-values.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Section } from '../../../ui/page-head.tsx';

const FORM: Form = {
  id: 'sample', title: '登记申请',
  sections: [
    { id: 'who', title: '申请人', help: '照证件写', fields: [
      { key: 'name', title: '姓名', kind: 'person-name', required: true },
      { key: 'idNumber', title: '身份证号', kind: 'id-card', required: true },
      { key: 'phone', title: '电话', kind: 'phone' },
      { key: 'applied', title: '申请日期', kind: 'date', required: true },
      { key: 'division', title: '住在哪里', kind: 'division', required: true },
    ] },
    { id: 'income', title: '收入', help: '申请前 6 个月', fields: [
      { key: 'works', title: '最近 6 个月有收入吗？', kind: 'yes-no', required: true },
      { key: 'job', title: '做什么', kind: 'text', showIf: { key: 'works', equals: true } },
      { key: 'six', title: '4月到9月，一共拿到多少', help: '没有单据按实际到手的钱写。', kind: 'money', required: true, showIf: { key: 'works', equals: true } },
      { key: 'pension', title: '养老金', kind: 'money' },
      { key: 'house', title: '住房', kind: 'choice', options: [{ value: 'own', title: '自有' }, { value: 'rent', title: '租住' }, { value: 'lent', title: '借住' }] },
      { key: 'why', title: '为什么有困难', kind: 'long-text' },
    ] },
    { id: 'members', title: '同住的家人', fields: [{ key: 'members', title: '家人', kind: 'list', unit: '人', item: [{ key: 'name', title: '姓名', kind: 'person-name', required: true }, { key: 'age', title: '年龄', kind: 'integer', unit: '岁' }] }] },
  ],
};

const START: FormValues = { name: '陈*英', idNumber: '44209919580611442', applied: '2014-10-13', works: true, job: '打零工，做清洁', six: '没有', members: [{ name: '黄*强', age: 61 }] };

export function FormSample() {
  const [values, setValues] = useState(START);
  const [open, setOpen] = useState(false);
  return (
    <Section title="填表" note="一张工作底稿；错了说差什么，写好的都留着">
      <FormSheet form={FORM} values={values} onChange={setValues} onSubmit={() => setOpen(true)}
        known={{ pension: { text: '165.00 元／月', source: '社保局 10-15 答复' } }} onDispute={() => undefined}>
        <Button kind="main" type="submit">受理，发出核对</Button><Button onPress={() => setOpen(true)}>打开一层</Button>
      </FormSheet>
      <Dialog open={open} title="批准，每月 814.00 元" onClose={() => setOpen(false)} foot={<><Button onPress={() => setOpen(false)}>再看看</Button><Button kind="main" onPress={() => setOpen(false)}>批准，每月 814.00 元</Button></>}>
        <p>陈*英一户三口，从 12 月起每月发 814.00 元（大写：捌佰壹拾肆元整）。批准以后要改，只能重新开件。</p>
      </Dialog>
    </Section>
  );
}
