import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api-client.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import { Money } from './money.tsx';
import { Sum } from './sum.tsx';
import { Table } from './table.tsx';

const html = (node: React.ReactNode) => renderToStaticMarkup(node);
const text = (node: React.ReactNode) => html(node).replaceAll(/<[^>]+>/g, '');

describe('钱', () => {
  it('有、无、未录入、零是四样不同的话', () => {
    expect([text(<Money fen={159900} unit />), text(<Money fen={null} />), text(<Money fen={undefined} />), text(<Money fen={0} />)]).toEqual(['1,599.00 元', '无', '未录入', '0.00']);
  });
  it('差额带真正的减号，往下用赭色', () => {
    expect(text(<Money fen={-20000} difference />)).toBe('\u2212200.00');
    expect(html(<Money fen={-20000} difference />)).toContain('down-ink');
    expect(html(<Money fen={-20000} />)).not.toContain('down-ink');
  });
});

describe('等着的按钮', () => {
  it('可以聚焦、不 disabled，理由连在按钮上，快捷键不写出来', () => {
    const markup = html(<Button kind="main" hotkey="A" waiting="公示未满，11月22日起可以按。">批准</Button>);
    const id = /aria-describedby="([^"]+)"/.exec(markup)?.[1];
    expect(markup).toContain('aria-disabled="true"');
    expect(markup).not.toMatch(/\sdisabled/);
    expect(markup).toContain(`id="${id}">公示未满`);
    expect(markup).not.toContain('class="key"');
  });
});

describe('算式', () => {
  it('来源写在边上，缺来源用朱色说出来；没有任何来源就没有这一栏', () => {
    const sourced = html(<Sum rows={[{ label: '低保标准', amountFen: 53300, missingSource: '文号未录入' }, { label: '每月补差', amountFen: 81400, answer: true }]} />);
    expect(sourced).toContain('<span class="unsourced">文号未录入</span>');
    expect(sourced).toContain('<tr class="ans">');
    expect(html(<Sum rows={[{ label: '人数', op: '×', count: 3 }]} />)).not.toContain('class="src"');
  });
});

describe('表', () => {
  it('没有行就说为什么，有行就有表头、行名和双线', () => {
    const columns = [{ key: 'name', title: '户主', cell: (row: { name: string }) => row.name, phone: 'who' as const }, { key: 'fen', title: '金额（元）', num: true, cell: () => '1.00' }];
    expect(text(<Table caption="花名册" columns={columns} rows={[]} rowKey={(row) => row.name} empty={<p>本月没有人。</p>} />)).toBe('本月没有人。');
    const markup = html(<Table caption="花名册" columns={columns} rows={[{ name: '陈*英' }]} rowKey={(row) => row.name} total={{ cells: { name: '合计', fen: '1.00' }, answer: 'fen' }} />);
    expect(markup).toContain('<th scope="row" class="p-who">陈*英</th>');
    expect(markup).toContain('<td class="num answer">1.00</td>');
    expect(markup).toContain('<caption class="vh">花名册</caption>');
  });
});

it('错误先说话，号码小字在最后', () => {
  const words = text(<ErrorNote problem={new ApiProblem({ code: 'bank.unreachable', title: '银行没有接通。', status: 503 })} kept="花名册已存好。" />);
  expect(words).toBe('银行没有接通。花名册已存好。bank.unreachable');
});
