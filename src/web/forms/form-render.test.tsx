import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { Form, FormField } from '../../kernel/contract/form.ts';
import { FormSheet } from './form-sheet.tsx';
import { FormSteps } from './form-steps.tsx';

vi.mock('./forms.css', () => ({}));

const KINDS: readonly FormField['kind'][] = ['text', 'long-text', 'money', 'integer', 'date', 'month', 'choice', 'yes-no', 'person-name', 'id-card', 'phone', 'bank-account', 'division', 'list', 'files'];
const FORM: Form = { id: 't', title: '全部', sections: [{ id: 'a', title: '办公用语', plainTitle: '家里每个月有哪些收入？', fields: KINDS.map((kind) => ({ key: kind, title: `题 ${kind}`, kind, options: [{ value: 'x', title: '一' }] })) }] };
const none = () => undefined;
const client = new QueryClient();
const draw = (node: ReactNode) => renderToStaticMarkup(<QueryClientProvider client={client}>{node}</QueryClientProvider>);

it('每一种题两副样子都画得出来，都有名字', () => {
  const desk = draw(<FormSheet form={FORM} values={{}} onChange={none} onSubmit={none}>{null}</FormSheet>);
  const home = draw(<FormSteps form={FORM} values={{}} onChange={none} onSubmit={none} step={0} onStep={none} doing="申请" submitTitle="交上去" reviewTitle="再看一遍" review={null} />);
  for (const kind of KINDS) {
    expect(desk).toContain(`题 ${kind}`);
    expect(home).toContain(`题 ${kind}`);
  }
  expect(home).toContain('家里每个月有哪些收入？');
  expect(home).toContain('下一步：再看一遍');
});

it('服务器的错误写在题下，看不懂的字原样留着', () => {
  const markup = draw(<FormSheet form={FORM} values={{ money: '没有' }} onChange={none} onSubmit={none} errors={[{ path: 'money', code: 'x', sentence: '这里要写数字。没有的话，写 0。' }]}>{null}</FormSheet>);
  expect(markup).toContain('value="没有"');
  expect(markup).toMatch(/aria-invalid="true"[^>]*value="没有"/);
  expect(markup.match(/这里要写数字/g)).toHaveLength(2); // once in the list above, once under the field
});

it('别处已知的数照样列出来源，不再问', () => {
  const markup = draw(<FormSheet form={FORM} values={{}} onChange={none} onSubmit={none} known={{ money: { text: '165.00 元／月', source: '社保局 10-15 答复' } }}>{null}</FormSheet>);
  expect(markup).toContain('社保局 10-15 答复');
});
