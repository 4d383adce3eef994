import { expect, test } from 'vitest';
import type { RecordSeen, Register } from '../../../kernel/contract/register.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { memorialCeremony } from './ceremony.register.ts';
import { memorialSite } from './site.register.ts';

const ask = (register: Register, id: string, seen: Partial<RecordSeen>): string | undefined => {
  const rule = register.checks?.find((check) => check.id === id)?.test;
  if (typeof rule !== 'function') throw new Error(`no rule ${id}`);
  return rule({ values: {}, totals: {}, alongside: [], state: 'planned', today: plainDate('2014-09-20'), ...seen });
};

test('方案缺什么，报批时一次说全', () => {
  expect(ask(memorialCeremony, 'plan-complete', {})).toBe('方案还缺地点、仪程、参加人员、交通和安全警卫分工、医疗保障分工。');
  expect(ask(memorialCeremony, 'plan-complete', { values: { place: '烈士陵园' }, totals: { steps: 7, guests: 400, securityDuties: 1, medicalDuties: 0 } })).toBe('方案还缺医疗保障分工。');
  expect(ask(memorialCeremony, 'plan-complete', { values: { site: 3 }, totals: { steps: 7, guests: 400, securityDuties: 1, medicalDuties: 1 } })).toBeUndefined();
});

test('网上留言没有人审过不公开，不公开要有理由', () => {
  const tribute = (values: Record<string, unknown>): Partial<RecordSeen> => ({ entry: { of: 'tributes', values: { words: '永垂不朽', ...values } } });
  expect(ask(memorialSite, 'tribute-moderated', tribute({ verdict: 'waiting' }))).toBeUndefined();
  expect(ask(memorialSite, 'tribute-moderated', tribute({ verdict: 'shown' }))).toContain('审核人');
  expect(ask(memorialSite, 'tribute-moderated', tribute({ verdict: 'hidden', moderator: '王' }))).toContain('理由');
  expect(ask(memorialSite, 'tribute-moderated', tribute({ verdict: 'shown', moderator: '王' }))).toBeUndefined();
});
