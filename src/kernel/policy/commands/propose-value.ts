import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import type { Parameter } from '../../contract/parameter.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { parsePlainDate } from '../../values/plain-date.ts';
import { refuseOutside } from '../refuse-outside.ts';

const input = z.strictObject({
  parameter: z.string().max(100), division: z.string().regex(/^\d{2,12}$/), hukouKind: z.enum(['urban', 'rural']).optional(),
  from: z.string().max(10), to: z.string().max(10).nullable(),
  /** money: 分; ratio: decimal text; count, months: whole number; choice: its value; switch: true or false */
  value: z.union([z.number(), z.string().max(40), z.boolean()]),
  /** Only in a demo city: stands in for a figure without a document, and is marked so wherever it shows. */
  demo: z.boolean().optional(),
  document: z.strictObject({ title: z.string().max(200), number: z.string().max(100).nullable(), issuer: z.string().max(100).optional() }),
});

/** Enters a figure with its document; it counts only once a second person has signed it. */
export default defineCommand({
  id: 'policy.propose-value', title: '录入标准', allow: { roles: ['standards-officer'] }, input,
  async run(tx, entry, by) {
    const parameter = (await loadRegistry()).parameters.find((p) => p.id === entry.parameter);
    if (!parameter) throw new Refusal('policy.unknown-parameter');
    const from = parsePlainDate(entry.from);
    const to = entry.to === null ? null : parsePlainDate(entry.to);
    if (!from || to === undefined || (to !== null && to <= from)) throw new Refusal('policy.not-a-day');
    if (entry.document.title.trim() === '') throw new Refusal('policy.document-missing');
    if (entry.demo === true && !by.city.demo) throw new Refusal('policy.demo-only');
    await refuseOutside(tx, by.caller, entry.division);
    if (!fits(parameter, entry.value)) throw new Refusal('policy.wrong-value', { title: parameter.title, unit: parameter.unit });
    const { id } = await tx.one<{ id: number }>(
      `insert into parameter_proposal (parameter, division_code, from_day, to_day, hukou_kind, value, document, demo, proposed_by, proposed_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [entry.parameter, entry.division, from, to, entry.hukouKind ?? null, JSON.stringify(entry.value), JSON.stringify(entry.document), entry.demo === true ? true : null, by.caller.account?.id, by.today]);
    return { id };
  },
});

function fits(parameter: Parameter, value: number | string | boolean): boolean {
  switch (parameter.kind) {
    case 'money': case 'count': case 'months': return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'ratio': return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value);
    case 'choice': return typeof value === 'string' && value in (parameter.choices ?? {});
    case 'switch': return typeof value === 'boolean';
  }
}
