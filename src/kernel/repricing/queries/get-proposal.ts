import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { nameDivisions } from '../../policy/name-divisions.ts';
import { formatValue } from '../../policy/format-reading.ts';
import { loadBook } from '../../policy/load-book.ts';
import { overlayValues } from '../../policy/overlay-values.ts';
import { makeParameterBook } from '../../policy/parameter-book.ts';
import { addDays } from '../../values/plain-date.ts';
import { firstMonthOf, readAmount } from '../affected.ts';
import { listTouched, asValue, findLatestRun, findProposal } from '../run.ts';
import { summarise } from '../summarise.ts';

const READERS = ['standards-officer', 'approver', 'payroll-officer', 'payroll-approver', 'finance-officer', 'auditor', 'administrator', 'statistician'];

/** A figure on its way: old and new, what follows it by a formula, what the preview says, who signs, how far the run is. */
export default defineQuery({
  id: 'repricing.get-proposal', title: '一次标准调整', allow: { roles: READERS }, sensitive: true, input: z.strictObject({ proposal: z.int().positive() }),
  async run(tx, input, by) {
    const proposal = await findProposal(tx, input.proposal);
    if (!proposal) throw new Refusal('not-found');
    by.saw('household', [], '看标准调整');
    const people = await tx.one<{ proposed_by: number; proposer: string; proposed_on: string; signer: string | null; signed_on: string | null; known: number | null }>(
      `select p.proposed_by, a.name as proposer, p.proposed_on, s.name as signer, v.signed_on, v.command_id as known
         from parameter_proposal p join account a on a.id = p.proposed_by left join parameter_value v on v.proposal_id = p.id left join account s on s.id = v.signed_by where p.id = $1`, [proposal.id]);
    const oldBook = await loadBook(tx, people.known === null ? undefined : people.known - 1);
    const { demo } = await tx.one<{ demo: boolean }>('select demo from city');
    const newBook = makeParameterBook(oldBook.parameters, overlayValues(oldBook.values, [asValue(proposal)]), { demo });
    const path = (await tx.rows<{ code: string }>('select a.code from division d, divisions_above(d.id) a where d.code = $1 order by a.depth', [proposal.division])).map((row) => row.code);
    const touched = await listTouched(proposal, newBook);
    const kinds = proposal.hukouKind === null ? (['urban', 'rural'] as const) : [proposal.hukouKind];
    const moves = (touched.parameters.length === 0 ? [proposal.parameter] : touched.parameters).flatMap((id) => kinds.map((hukouKind) => {
      const place = { divisions: path, hukouKind };
      const formula = newBook.find(id, path, proposal.from, hukouKind);
      return { id, title: newBook.findParameter(id)?.title ?? id, hukouKind, before: readAmount(oldBook, id, place, id === proposal.parameter ? addDays(proposal.from, -1) : proposal.from), after: readAmount(newBook, id, place, proposal.from), formula: formula?.is === 'derived' ? `${formula.ratio} 倍` : null };
    })).filter((move) => move.after !== undefined && (move.id === proposal.parameter || move.before !== move.after));
    const parameter = newBook.findParameter(proposal.parameter);
    const nameOf = await nameDivisions(tx);
    const [preview, real] = [await findLatestRun(tx, proposal.id, 'preview'), await findLatestRun(tx, proposal.id, 'real')];
    return {
      id: proposal.id, parameter: proposal.parameter, title: parameter?.title ?? proposal.parameter, unit: parameter?.unit ?? '', text: parameter === undefined ? String(proposal.value) : formatValue(parameter, proposal.value),
      divisionName: nameOf(proposal.division), from: proposal.from, to: proposal.to, firstMonth: firstMonthOf(proposal.from), hukouKind: proposal.hukouKind, document: proposal.document, demo: proposal.demo, state: proposal.state,
      proposer: people.proposer, proposedOn: people.proposed_on, signer: people.signer, signedOn: people.signed_on, mine: people.proposed_by === by.caller.account?.id,
      reprices: touched.benefits.length > 0, today: by.today, moves: merge(moves),
      preview: preview === undefined ? null : await summarise(tx, by, preview), real: real === undefined ? null : await summarise(tx, by, real),
    };
  },
});

interface Move { readonly id: string; readonly title: string; readonly hukouKind: 'urban' | 'rural' | null; readonly before: number | undefined; readonly after: number | undefined; readonly formula: string | null }

/** Town and country in one line where they are the same. */
function merge(moves: readonly Move[]): (Omit<Move, 'before' | 'after'> & { readonly before: number | null; readonly after: number | null })[] {
  return [...Map.groupBy(moves, (move) => `${move.id}|${move.before}|${move.after}`).values()].flatMap(([move, other]) => (move === undefined ? [] : [{ ...move, hukouKind: other === undefined ? move.hukouKind : null, before: move.before ?? null, after: move.after ?? null }]));
}
