import type { ParameterValue, SourceDocument } from '../contract/parameter.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import { overlayValues } from '../policy/overlay-values.ts';
import { makeParameterBook, type ParameterBook } from '../policy/parameter-book.ts';
import type { HukouKind } from '../contract/parameter.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import type { Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { firstMonthOf, listBenefits, listFollowing } from './affected.ts';

/** A figure entered and not yet signed, or signed. */
export interface Proposal {
  readonly id: number; readonly parameter: string; readonly division: string; readonly from: PlainDate; readonly to: PlainDate | null; readonly hukouKind: HukouKind | null;
  readonly value: number | string | boolean; readonly document: SourceDocument; readonly state: 'waiting' | 'signed' | 'withdrawn'; readonly demo: boolean;
}

export interface Run {
  readonly id: number; readonly kind: 'preview' | 'real'; readonly proposalId: number; readonly divisionId: number; readonly fromMonth: Month; readonly toMonth: Month | null;
  readonly oldKnown: number; readonly newKnown: number; readonly state: 'running' | 'done'; readonly grants: number; readonly persons: number; readonly unchanged: number; readonly onDay: PlainDate;
}

/** A stretch of the register, by the numbers of grants, and how far it is. Parts of a run go side by side. */
export interface RunPart { readonly id: number; readonly toGrant: number | null; readonly afterGrant: number; readonly state: 'running' | 'done' }

/** Grants looked at in one command; more are a run of several. From so many pieces on a run goes in parts. Tests make them small. */
export const repricingLimits = { grants: 5_000, piecesOfOnePart: 4, parts: 2 };

export async function findProposal(tx: Tx, id: number): Promise<Proposal | undefined> {
  const row = await tx.find<Omit<Proposal, 'demo'> & { demo: boolean | null } & Record<string, unknown>>(
    `select id, parameter, division_code as division, from_day as "from", to_day as "to", hukou_kind as "hukouKind", value, document, state, demo from parameter_proposal where id = $1`, [id]);
  return row === undefined ? undefined : { ...row, demo: row.demo === true };
}

export const asValue = (proposal: Proposal): ParameterValue => ({
  is: 'value', parameter: proposal.parameter, division: proposal.division, from: proposal.from, to: proposal.to, value: proposal.value, document: proposal.document,
  ...(proposal.hukouKind === null ? {} : { hukouKind: proposal.hukouKind }), ...(proposal.demo ? { demo: true } : {}),
});

const RUN = `id, kind, proposal_id as "proposalId", division_id as "divisionId", to_char(from_month, 'YYYY-MM') as "fromMonth", to_char(to_month, 'YYYY-MM') as "toMonth", old_known as "oldKnown", new_known as "newKnown",
  state, on_day as "onDay", p.*`;
const PARTS = `, lateral (select coalesce(sum(grants), 0)::int as grants, coalesce(sum(persons), 0)::int as persons, coalesce(sum(unchanged), 0)::int as unchanged from repricing_part where run_id = repricing_run.id) p`;

export const findRun = (tx: Tx, id: number): Promise<Run | undefined> => tx.find<Run & Record<string, unknown>>(`select ${RUN} from repricing_run ${PARTS} where id = $1`, [id]);
export const findLatestRun = (tx: Tx, proposal: number, kind: Run['kind']): Promise<Run | undefined> =>
  tx.find<Run & Record<string, unknown>>(`select ${RUN} from repricing_run ${PARTS} where proposal_id = $1 and kind = $2 order by id desc limit 1`, [proposal, kind]);

export const listParts = (tx: Tx, run: number): Promise<RunPart[]> =>
  tx.rows<RunPart & Record<string, unknown>>('select id, to_grant as "toGrant", after_grant as "afterGrant", state from repricing_part where run_id = $1 order by id', [run]);

/** The two books of a run: as it was, and with the figure. */
export async function loadBooks(tx: Tx, run: Run, proposal: Proposal): Promise<{ readonly oldBook: ParameterBook; readonly newBook: ParameterBook }> {
  const oldBook = await loadBook(tx, run.oldKnown);
  if (run.kind === 'real') return { oldBook, newBook: await loadBook(tx, run.newKnown) };
  const { demo } = await tx.one<{ demo: boolean }>('select demo from city');
  const books = proposed.get(oldBook) ?? new Map<string, ParameterBook>();
  proposed.set(oldBook, books);
  const key = `${proposal.id}:${demo}`;
  const newBook = books.get(key) ?? makeParameterBook(oldBook.parameters, overlayValues(oldBook.values, [asValue(proposal)]), { demo });
  books.set(key, newBook);
  return { oldBook, newBook };
}

/** The book with a proposal in it, one for all pieces of its preview: a proposal never changes, and what was found in its book is found once. */
const proposed = new WeakMap<ParameterBook, Map<string, ParameterBook>>();

/** What a proposal touches: the figures that follow it and the benefits that read any of them. Only amounts of money re-price what was granted. */
export async function listTouched(proposal: Proposal, book: ParameterBook): Promise<{ readonly parameters: readonly string[]; readonly benefits: readonly string[] }> {
  if (book.findParameter(proposal.parameter)?.kind !== 'money') return { parameters: [], benefits: [] };
  const parameters = listFollowing(book, proposal.parameter);
  return { parameters, benefits: listBenefits(await loadRegistry(), parameters).map((benefit) => benefit.id) };
}

/** Condition on a grant `g`: it pays in the months in question, in the place of the figure, at the households of its kind. $1 benefits, $2 division code, $3 from, $4 to, $5 hukou kind. */
export const IN_QUESTION = `g.benefit = any ($1) and g.division_id in (select divisions_under(d.id) from division d where d.code = $2)
  and exists (select 1 from grant_version v where v.grant_id = g.id and v.known_to is null and v.state = 'paid' and (v.to_month is null or v.to_month > $3) and ($4::date is null or v.from_month < $4) and ($5::text is null or v.hukou_kind = $5))`;

export const questionValues = (proposal: Proposal, benefits: readonly string[]): unknown[] => [
  benefits, proposal.division, `${firstMonthOf(proposal.from)}-01`, proposal.to === null ? null : `${firstMonthOf(proposal.to)}-01`, proposal.hukouKind];

export async function openRun(tx: Tx, by: CommandContext, proposal: Proposal, kind: Run['kind']): Promise<Run> {
  const { account, post } = by.caller;
  if (account === null || post === null) throw new AppError('repricing.no-office', 'a standard is published by a post of an office');
  const { id } = await tx.one<{ id: number }>(
    `insert into repricing_run (kind, proposal_id, parameter, division_id, from_month, to_month, old_known, new_known, account_id, on_day) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [kind, proposal.id, proposal.parameter, post.divisionId, `${firstMonthOf(proposal.from)}-01`, proposal.to === null ? null : `${firstMonthOf(proposal.to)}-01`,
      kind === 'real' ? by.commandId - 1 : by.commandId, by.commandId, account.id, by.today]);
  await openParts(tx, id, post.divisionId, proposal);
  const run = await findRun(tx, id);
  if (!run) throw new Refusal('not-found');
  return run;
}

/** Cuts the register where half of the grants lie on either side, when it is worth it. */
async function openParts(tx: Tx, run: number, division: number, proposal: Proposal): Promise<void> {
  const { benefits } = await listTouched(proposal, await loadBook(tx));
  const { grants, cuts } = await tx.one<{ grants: number; cuts: number[] | null }>(
    `select count(*)::int as grants, percentile_disc($3::float8[]) within group (order by id) as cuts from benefit_grant where benefit = any ($1) and division_id in (select divisions_under(d.id) from division d where d.code = $2)`,
    [benefits, proposal.division, Array.from({ length: repricingLimits.parts - 1 }, (_, at) => (at + 1) / repricingLimits.parts)]);
  const inner = grants > repricingLimits.grants * repricingLimits.piecesOfOnePart ? (cuts ?? []).map(Number) : [];
  await tx.run(
    `insert into repricing_part (run_id, division_id, after_grant, to_grant) select $1, $2, a, t from unnest($3::bigint[], $4::bigint[]) as p (a, t)`, [run, division, [0, ...inner], [...inner, null]]);
}
