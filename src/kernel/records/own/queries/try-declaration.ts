import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import type { SheetSource } from '../../../contract/register-import.ts';
import type { QueryContext } from '../../../db/query.ts';
import type { Tx } from '../../../db/tx.ts';
import { tableOf } from '../../../registry/check-register.ts';
import { registerInput } from '../../door-input.ts';
import { sourceInput } from '../../import/door-input.ts';
import { openRow, type StoredRow } from '../../read/from-row.ts';
import { labelsOf, readLinks } from '../../read/read-links.ts';
import { readTotals } from '../../rules/read-totals.ts';
import { CURRENT } from '../../table/write-table.ts';
import { BUILDERS } from '../builders.ts';
import { carryHidden, listChanges, listLasting, type DesignProblem } from '../compare-declarations.ts';
import { loadDeclaration, readGround, takenSeries, type KeptDeclaration } from '../declaration-rows.ts';
import { declarationShape } from '../declaration-shape.ts';
import { listProblems } from '../list-problems.ts';
import { keptDeclaration } from '../own-home.ts';
import { proposeSeries } from '../propose-series.ts';
import { judgePresent, showTrial, type TrialResult } from '../try/judge-trial.ts';
import { readTrialRows } from '../try/read-trial-rows.ts';

/** Rows a trial reads at most. */
const MOST = 2_000;

export interface DeclarationTrial { readonly problems: readonly DesignProblem[]; readonly changes: readonly string[]; readonly lasting: readonly string[]; readonly trial: TrialResult | null }

/** 试一试: what stands against a design, and what it would make of rows: those of a sheet, or those the register has. Nothing is written. */
export default defineQuery({
  id: 'records.try-declaration', title: '试台账设计', allow: { roles: BUILDERS }, sensitive: true,
  input: z.strictObject({ register: registerInput.optional(), declaration: declarationShape, source: sourceInput.optional(), present: z.boolean().optional() }),
  async run(tx, input, by): Promise<DeclarationTrial> {
    const known = input.register === undefined ? undefined : await loadDeclaration(tx, input.register);
    const before = known?.inForce?.declaration;
    const id = known?.last.register ?? 'own';
    const series = before?.series ?? (input.declaration.series === '' ? proposeSeries(input.declaration.title, await takenSeries(tx, id)) : input.declaration.series);
    const declaration = carryHidden({ ...await keptDeclaration(input.declaration), id, series }, before);
    const problems = listProblems(declaration, await readGround(tx, declaration.id, before));
    const trial = input.source !== undefined ? await trySheet(tx, by, declaration, input.source) : input.present && before ? await tryPresent(tx, by, declaration, before) : null;
    if (trial === null || !input.present) by.saw('record', []);
    return { problems, changes: listChanges(before, declaration), lasting: listLasting(before, declaration), trial };
  },
});

/** Rows of a sheet, read and judged as an import of it would. */
async function trySheet(tx: Tx, by: QueryContext, declaration: KeptDeclaration, source: SheetSource): Promise<TrialResult> {
  const { rows, unknown, missing } = await readTrialRows(tx, by, declaration, source, MOST);
  return { ...showTrial(declaration, rows, by.today), unknown, missing };
}

/** The rows the register has, as far as the caller sees them. */
async function tryPresent(tx: Tx, by: QueryContext, declaration: KeptDeclaration, before: KeptDeclaration): Promise<TrialResult> {
  const rows = await tx.rows<StoredRow>(`select * from ${tableOf(before)} where ${CURRENT} order by record_id limit ${MOST}`);
  by.saw('person', rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id])), `台账：${before.title}`);
  const links = await readLinks(tx, before.fields, rows);
  const codes = new Map([...links.division].map(([id, { code }]) => [id, code]));
  const totals = await readTotals(tx, before, rows.map((row) => row.record_id));
  const tried = judgePresent(declaration, rows.map((row, at) => ({
    no: at + 1, state: row.state, openedOn: row.opened_on, endedOn: row.ended_on, values: openRow(before.fields, row, codes, by.city.keys), totals: totals.get(row.record_id) ?? {}, labels: labelsOf(before.fields, row, links),
  })), { today: by.today, demo: by.city.demo });
  return { ...showTrial(declaration, tried, by.today), unknown: [], missing: [] };
}
