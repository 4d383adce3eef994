import type { Matter } from '../contract/matter.ts';
import type { CaseProcedure } from './case-procedure.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { findAgency } from '../verification/agencies.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { CaseState, RecordedAction, TaskState } from './advance-case.ts';
import { getMatter, getProcedure, type CaseRegistry } from './case-registry.ts';
import { findCaseRow, type CaseRow } from './case-row.ts';
import type { CaseView } from './case-view.ts';

export interface CaseActionRow extends RecordedAction {
  readonly from: string | null;
  readonly actorName: string;
  readonly actorKind: 'staff' | 'resident' | 'system';
  readonly postRole: string | null;
  readonly officeName: string | null;
  readonly seen: number | null;
}

export interface LoadedCase {
  readonly row: CaseRow;
  readonly matter: Matter;
  readonly procedure: CaseProcedure;
  readonly state: CaseState;
  readonly actions: readonly CaseActionRow[];
  readonly view: CaseView;
}

/** A case with everything its procedure decides by. Throws `case.not-found` outside the caller's area. */
export async function loadCase(tx: Tx, registry: CaseRegistry, id: number, today: PlainDate, options: { lock?: boolean } = {}): Promise<LoadedCase> {
  const row = await findCaseRow(tx, id, options.lock === true);
  if (!row) throw new Refusal('case.not-found');
  const matter = getMatter(registry, row.matter);
  const procedure = getProcedure(registry, row.matter, row.procedure);
  const actions = await listActions(tx, id);
  const state = stateOf(row, await listTasks(tx, id));
  const view: CaseView = {
    id, matter: row.matter, procedure: row.procedure, openedOn: row.opened_on, today, state: row.state, stateSince: row.state_since, version: row.version, facts: row.facts, form: row.form,
    tasks: state.tasks.filter((task) => task.openedSeq === row.state_seq).map((task) => ({ id: task.task, done: task.doneOn !== null, dueOn: task.dueOn })),
    actions, authorisations: await readAuthorisations(tx, id), verification: await readVerification(tx, id), notice: await readNotice(tx, id, options.lock === true),
    assessment: row.assessment, grant: await readGrant(tx, row.grant_id, today), drawn: await listDrawn(tx, id),
  };
  return { row, matter, procedure, state, actions, view };
}

export const stateOf = (row: CaseRow, tasks: readonly TaskState[]): CaseState => ({
  state: row.state, stateSince: row.state_since, stateSeq: row.state_seq, version: row.version, outcome: row.outcome, pausedSince: row.paused_since, overall: row.overall, tasks,
});

export function listActions(tx: Tx, id: number): Promise<CaseActionRow[]> {
  return tx.rows<CaseActionRow & Record<string, unknown>>(
    `select seq, step, from_state as "from", to_state as "to", on_day as "on", data, actor_name as "actorName", actor_kind as "actorKind",
            post_role as "postRole", office_name as "officeName", seen
       from case_action where case_id = $1 order by seq`, [id]);
}

export function listTasks(tx: Tx, id: number): Promise<TaskState[]> {
  return tx.rows<TaskState & Record<string, unknown>>(
    `select task, state, opened_seq as "openedSeq", opened_on as "openedOn", counted_from as "countedFrom", due_on as "dueOn", extended_days as "extendedDays",
            paused_days as "pausedDays", assumed, done_on as "doneOn", dropped_on as "droppedOn"
       from case_task where case_id = $1 order by opened_seq, id`, [id]);
}

async function readAuthorisations(tx: Tx, id: number): Promise<CaseView['authorisations']> {
  const members = await tx.rows<{ name: string; signed: boolean }>(
    `select m.name_masked as name, exists (select 1 from authorisation a where a.case_id = m.case_id and a.person_id = m.person_id) as signed
       from case_member m where m.case_id = $1 order by m.id`, [id]);
  const missing = members.filter((member) => !member.signed).map((member) => member.name);
  return { needed: members.length, signed: members.length - missing.length, missing };
}

const WORDS: Readonly<Record<string, string>> = { queued: '还没有送出', sent: '还没有答复', partial: '只答复了一部分', unable: '单位答复查不了', overdue: '过了期限没有答复' };

async function readVerification(tx: Tx, id: number): Promise<CaseView['verification']> {
  const requests = await tx.rows<{ state: string; agency: string; name: string; frozen: boolean }>(
    `select r.state, r.agency, m.name_masked as name, exists (select 1 from evidence e where e.case_id = r.case_id and e.round = r.round) as frozen
       from verification_request r join case_member m on m.case_id = r.case_id and m.person_id = r.person_id
      where r.case_id = $1 and r.round = (select max(round) from verification_request where case_id = $1) order by r.agency, r.id`, [id]);
  const open = requests.filter((request) => request.state !== 'answered' && request.state !== 'manual');
  return {
    asked: requests.length, answered: requests.length - open.length, failed: open.filter((request) => request.state === 'unable' || request.state === 'overdue').length,
    frozen: requests.some((request) => request.frozen), missing: open.map((request) => `${request.name}：${findAgency(request.agency)?.title ?? request.agency}，${WORDS[request.state] ?? request.state}`),
  };
}

const listDrawn = async (tx: Tx, id: number): Promise<string[]> =>
  (await tx.rows<{ purpose: string }>('select purpose from sample_draw where case_id = $1 and drawn order by id', [id])).map((row) => row.purpose);

/** Locked with the case, so that no objection slips in beside a decision. */
async function readNotice(tx: Tx, id: number, lock: boolean): Promise<CaseView['notice']> {
  const notice = await tx.find<{ id: number; scope: 'town' | 'county'; state: string; postedOn: PlainDate; endsOn: PlainDate }>(
    `select id, scope, state, posted_on as "postedOn", ends_on as "endsOn" from public_notice
      where case_id = $1 and withdrawn_on is null order by id desc limit 1${lock ? ' for update' : ''}`, [id]);
  if (!notice) return null;
  const counts = await tx.one<{ objections: number; open: number; upheld: number }>(
    `select count(*)::int as objections, count(*) filter (where a.id is null)::int as open, count(*) filter (where a.outcome = 'upheld')::int as upheld
       from objection o left join objection_answer a on a.objection_id = o.id where o.notice_id = $1`, [notice.id]);
  return { ...notice, objections: counts.objections, openObjections: counts.open, upheldObjections: counts.upheld };
}

async function readGrant(tx: Tx, id: number | null, today: PlainDate): Promise<CaseView['grant']> {
  if (id === null) return null;
  return tx.one<{ id: number; fen: number; state: 'active' | 'suspended' | 'ended' }>(
    `select g.id, g.state, coalesce((select v.fen from grant_version v where v.grant_id = g.id and v.known_to is null and v.from_month <= date_trunc('month', $2::date)
                                        and (v.to_month is null or v.to_month > date_trunc('month', $2::date))), 0) as fen from benefit_grant g where g.id = $1`, [id, today]);
}
