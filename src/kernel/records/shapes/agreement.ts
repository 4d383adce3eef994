import type { Register, RegisterField } from '../../contract/register.ts';
import { daysBetweenWritten } from '../../values/plain-date.ts';

type Part = Pick<Register, 'states' | 'reminders' | 'derived' | 'checks'> & { readonly fields: readonly RegisterField[] };

/** 协议、合同: signed for a term, renewed or ended; said `before` days ahead. The office's own habit unless a law is named. */
export const agreement = (before = 60): Part => ({
  fields: [
    { key: 'signedOn', title: '签订日期', kind: 'date', required: true, listed: true, columns: ['签约日期'] },
    { key: 'startsOn', title: '开始日期', kind: 'date', required: true, columns: ['起始日期', '生效日期'] },
    { key: 'endsOn', title: '到期日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['终止日期', '截止日期'] },
    { key: 'renewals', title: '续签次数', kind: 'integer', min: 0, max: 99 },
  ],
  states: {
    running: { title: '履行中' },
    ended: { title: '到期终止', ends: true },
    terminated: { title: '提前解除', ends: true },
  },
  reminders: [{ id: 'renew', title: '协议快到期，续签或终止', in: ['running'], due: { field: 'endsOn', before } }],
  derived: [{ key: 'daysLeft', title: '剩余天数', kind: 'integer', unit: '天', value: ({ values, today, state }) => (state === 'running' ? daysBetweenWritten(today, values['endsOn']) : undefined) }],
  checks: [{ id: 'term-in-order', title: '到期日期在开始日期之后', then: 'refuse', test: ({ values }) => (typeof values['startsOn'] === 'string' && typeof values['endsOn'] === 'string' && values['endsOn'] <= values['startsOn'] ? '到期日期要在开始日期之后。' : undefined) }],
});
