import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatValue } from '../format-reading.ts';
import { loadBook } from '../load-book.ts';
import { nameDivisions } from '../name-divisions.ts';

/** Every parameter with its whole history, its documents, its gaps, and what waits for a second signature. */
export default defineQuery({
  id: 'policy.list-parameters', title: '标准和参数', allow: { staff: true },
  input: z.strictObject({ matter: z.string().max(60).optional(), gapsOnly: z.boolean().optional() }),
  async run(tx, input, by) {
    const registry = await loadRegistry();
    const book = await loadBook(tx);
    const nameOf = await nameDivisions(tx);
    const waiting = await tx.rows<{ id: number; parameter: string; division_code: string; from_day: string; to_day: string | null; hukou_kind: string | null; value: number | string | boolean; document: { title: string; number: string | null }; proposed_by: number; name: string; proposed_on: string; demo: boolean | null }>(
      `select p.id, p.parameter, p.division_code, p.from_day, p.to_day, p.hukou_kind, p.value, p.document, p.proposed_by, a.name, p.proposed_on, p.demo
         from parameter_proposal p join account a on a.id = p.proposed_by where p.state = 'waiting' order by p.id`);
    const matters = registry.matters.filter((m) => !input.matter || m.id === input.matter);
    return {
      today: by.today,
      matters: matters.map((matter) => ({
        id: matter.id, title: matter.title,
        parameters: (matter.parameters ?? []).map((parameter) => ({
          id: parameter.id, title: parameter.title, unit: parameter.unit, kind: parameter.kind, byHukouKind: parameter.byHukouKind ?? false, choices: parameter.choices ?? null, note: parameter.note ?? null,
          history: book.values.filter((value) => value.parameter === parameter.id)
            .toSorted((a, b) => a.division.localeCompare(b.division) || b.from.localeCompare(a.from))
            .map((value) => ({
              division: value.division, divisionName: nameOf(value.division), from: value.from, to: value.to, hukouKind: value.hukouKind ?? null,
              demo: value.demo ?? false, inForce: value.from <= by.today && (value.to === null || value.to > by.today),
              ...(value.is === 'value' ? { is: 'value' as const, text: formatValue(parameter, value.value), document: value.document }
                : value.is === 'derived' ? { is: 'derived' as const, text: `${value.ratio} × ${book.findParameter(value.base)?.title ?? value.base}`, document: value.document }
                  : { is: 'gap' as const, text: '缺来源', reason: value.reason }),
            })),
          waiting: waiting.filter((w) => w.parameter === parameter.id).map((w) => ({
            id: w.id, divisionName: nameOf(w.division_code), from: w.from_day, to: w.to_day, hukouKind: w.hukou_kind, text: formatValue(parameter, w.value), document: w.document,
            proposedBy: w.name, proposedOn: w.proposed_on, mine: w.proposed_by === by.caller.account?.id, demo: w.demo === true,
          })),
        })).filter((p) => !input.gapsOnly || p.history.some((h) => h.is === 'gap')),
      })),
    };
  },
});
