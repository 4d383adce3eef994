import type { Caller } from '../access/caller.ts';
import type { BulkOffer, BulkRow, BulkSubject } from '../contract/bulk.ts';
import type { FormValues } from '../contract/check-form.ts';
import type { ProcedureKind, Step } from '../contract/procedure.ts';
import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { shortDivisionName } from '../registers/division/short-division-name.ts';
import { getProcedure, type CaseRegistry } from './case-registry.ts';
import { findState } from './generic-steps.ts';
import { takeStep } from './take-step.ts';

interface Standing { readonly matter: string; readonly procedure: string; readonly state: string; readonly ids: readonly number[] }

/** Steps declared `bulk` of the states in which these cases stand, for the role that acts. Of one title and form: asked once. */
export async function offerSteps(tx: Tx, registry: CaseRegistry, by: { readonly caller: Caller }, ids: readonly number[], kinds?: readonly ProcedureKind[]): Promise<BulkOffer[]> {
  const standing = await tx.rows<Standing & Record<string, unknown>>(
    `select matter, procedure, state, array_agg(id) as ids from case_file where id = any ($1) and outcome is null and ($2::text[] is null or kind = any ($2)) group by matter, procedure, state`, [ids, kinds ?? null]);
  const offers = new Map<string, BulkOffer>();
  for (const { matter, procedure, state, ids: own } of standing) {
    for (const step of findState(getProcedure(registry, matter, procedure), state).steps.filter((one) => mayOffer(one, by.caller))) {
      const key = `${step.id} ${JSON.stringify(step.form ?? null)}`;
      const before = offers.get(key);
      offers.set(key, before ? { ...before, fits: [...before.fits, ...own] } : { what: step.id, title: step.title, form: step.form ?? null, fits: own });
    }
  }
  return [...offers.values()].toSorted((a, b) => b.fits.length - a.fits.length);
}

const mayOffer = (step: Step, caller: Caller): boolean => step.bulk === true && typeof step.by === 'object' && step.by.roles.includes(caller.post?.role ?? '');

/** Masked applicant, number, where it stands. */
export async function describeCases(tx: Tx, registry: CaseRegistry, ids: readonly number[]): Promise<Map<number, BulkSubject>> {
  const rows = await tx.rows<{ id: number; number: string; matter: string; divisionId: number; division: string; name: string | null }>(
    `select c.id, c.number, c.matter, c.division_id as "divisionId", d.name as division, (select m.name_masked from case_member m where m.case_id = c.id and m.person_id = c.applicant_person_id) as name
       from case_file c join division d on d.id = c.division_id where c.id = any ($1)`, [ids]);
  return new Map(rows.map((row) => [row.id, { divisionId: row.divisionId, title: `${row.name ?? '申请人不在辖区'} ${row.number}`, note: `${registry.findMatter(row.matter)?.title ?? row.matter}，${shortDivisionName(row.division)}`, href: `/cases/${row.id}` }]));
}

/** One case of many. A step that does not say it may be taken for many is refused: the law wants it one by one. */
export async function takeBulkStep(tx: Tx, by: CommandContext, registry: CaseRegistry, step: string, row: BulkRow, data: FormValues): Promise<void> {
  const standing = await tx.find<{ matter: string; procedure: string; state: string; version: number }>('select matter, procedure, state, version from case_file where id = $1', [row.id]);
  if (!standing) throw new Refusal('case.not-found');
  const declared = findState(getProcedure(registry, standing.matter, standing.procedure), standing.state).steps.find((one) => one.id === step);
  if (declared && declared.bulk !== true) throw new Refusal('bulk.not-offered');
  await takeStep(tx, by, registry, { caseId: row.id, step, seen: row.seen ?? standing.version, ...(declared?.form ? { data } : {}) });
}
