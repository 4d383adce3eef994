import type { Register, RegisterCheck, RegisterField, SubRecord } from '../../contract/register.ts';

type Part = Pick<Register, 'states' | 'reminders' | 'derived' | 'checks'> & { readonly fields: readonly RegisterField[]; readonly subRecords: readonly SubRecord[] };

/** Stages of a construction project as the reports name them. */
export const constructionStages = { approved: '立项', started: '动工', topped: '封顶', completed: '竣工', opened: '投用' } as const;

/**
 * 项目: stages with a planned and an actual day each (a report may state a planned date as done, so both are kept), money by year and source, reasons of delay.
 * `stages` in order, id → title; the last is its end as a project.
 */
export function project(stages: Readonly<Record<string, string>> = constructionStages, before = 30): Part {
  const ids = Object.keys(stages);
  const planned = (id: string): string => `${id}Planned`;
  const actual = (id: string): string => `${id}Actual`;
  return {
    fields: [
      { key: 'budget', title: '总投资', kind: 'money', listed: true, min: 0, columns: ['投资额', '概算'] },
      ...ids.flatMap((id): RegisterField[] => [
        { key: planned(id), title: `计划${stages[id]}日期`, kind: 'date', columns: [`${stages[id]}（计划）`] },
        { key: actual(id), title: `实际${stages[id]}日期`, kind: 'date', columns: [`${stages[id]}（实际）`, `${stages[id]}日期`] },
      ]),
      { key: 'delayReason', title: '延期原因', kind: 'long-text' },
    ],
    states: {
      planned: { title: '计划', before: true },
      ...Object.fromEntries(ids.map((id, at) => [id, { title: `已${stages[id]}`, from: ['planned', ...ids.slice(0, at)], needs: [actual(id)] }])),
      cancelled: { title: '取消', ends: true },
    },
    subRecords: [{
      id: 'funds', title: '资金', unit: '笔', day: '日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'granted', title: '下达' }, { value: 'paid', title: '支付' }] },
        { key: 'source', title: '来源', kind: 'choice', required: true, options: [{ value: 'city', title: '市级财政' }, { value: 'district', title: '区县财政' }, { value: 'lottery', title: '福利彩票公益金' }, { value: 'other', title: '其他' }] },
        { key: 'amount', title: '金额', kind: 'money', required: true, min: 1 },
        { key: 'paper', title: '文号', kind: 'text' },
      ],
      totals: [
        { key: 'fundsGranted', title: '已下达', as: 'sum', of: 'amount', where: { kind: 'granted' } },
        { key: 'fundsPaid', title: '已支付', as: 'sum', of: 'amount', where: { kind: 'paid' } },
      ],
    }],
    derived: [{ key: 'paidRatio', title: '支付进度', kind: 'number', unit: '%', value: ({ values, totals }) => (typeof values['budget'] === 'number' && values['budget'] > 0 && typeof totals['fundsPaid'] === 'number' ? Math.round((totals['fundsPaid'] / values['budget']) * 1000) / 10 : undefined) }],
    checks: [
      { id: 'within-budget', title: '支付不超过总投资', then: 'refuse', test: { left: 'fundsPaid', is: '<=', right: 'budget', sentence: '支付合计会超过总投资。请先调整总投资，或改这一笔的金额。' } },
      { id: 'stages-in-order', title: '各阶段实际日期先后有序', then: 'refuse', test: ({ values }) => inOrder(ids.map((id) => ({ title: stages[id] ?? id, day: values[actual(id)] }))) },
      ...ids.map((id): RegisterCheck => ({
        id: `late-${id}`, title: `计划${stages[id]}日期已过`, then: 'warn',
        test: ({ values, today, state }) => (state !== 'cancelled' && typeof values[planned(id)] === 'string' && (values[planned(id)] as string) < today && values[actual(id)] === undefined && values['delayReason'] === undefined ? `计划${values[planned(id)] as string}${stages[id]}，还没有实际日期，也没有写延期原因。` : undefined),
      })),
    ],
    reminders: ids.map((id) => ({ id: `due-${id}`, title: `计划${stages[id]}的日子快到了`, in: ['planned', ...ids.slice(0, ids.indexOf(id))], due: { field: planned(id), before } })),
  };
}

function inOrder(stages: readonly { readonly title: string; readonly day: unknown }[]): string | undefined {
  const done = stages.filter((stage): stage is { title: string; day: string } => typeof stage.day === 'string');
  const wrong = done.findIndex((stage, at) => at > 0 && stage.day < (done[at - 1]?.day ?? ''));
  return wrong < 0 ? undefined : `${done[wrong]?.title}的实际日期早于${done[wrong - 1]?.title}的实际日期。请核对。`;
}
