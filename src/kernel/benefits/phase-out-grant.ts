import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { addMonths, type Month } from '../values/month.ts';
import { firstDay, type VersionContent } from './grant-version.ts';
import { replaceVersions } from './replace-versions.ts';
import { setGrantState, takeGrant } from './take-grant.ts';

export interface PhaseOut {
  readonly grantId: number;
  readonly fromMonth: Month;
  /** How many months it goes on. */
  readonly months: number;
  /** What is known of the household now, its new income included: whoever looks next starts from it. */
  readonly facts: unknown;
  /** Who is still of the household; absent = all who were. Who is gone is not paid for by name any more. */
  readonly persons?: readonly number[];
  readonly reason: string;
  readonly endReason: string;
  readonly caseId: number;
  readonly decisionId: number | null;
}

/**
 * 渐退: no longer entitled, the household is still paid what it was for some months; then the grant ends by itself, as a stretch that is recorded now. A later
 * change takes the place of both stretches from its own month on.
 */
export async function phaseOutGrant(tx: Tx, _by: CommandContext, out: PhaseOut): Promise<void> {
  const grant = await takeGrant(tx, out.grantId, out.fromMonth);
  if (grant.state !== 'active') throw new Refusal('grant.not-active');
  const end = addMonths(out.fromMonth, out.months);
  const before = await contentIn(tx, grant.id, out.fromMonth);
  const stays = (person: number | null): boolean => person === null || out.persons === undefined || out.persons.includes(person);
  const content = { ...before, facts: out.facts, personIds: before.personIds.filter(stays), lines: before.lines.filter((line) => stays(line.personId)) };
  await replaceVersions(tx, grant, out.fromMonth, null, { ...content, change: 'phase-out', reason: out.reason, caseId: out.caseId, decisionId: out.decisionId });
  await replaceVersions(tx, grant, end, null, {
    ...content, state: 'ended', personIds: [], lines: [], facts: null, assessment: null, change: 'ended', reason: out.endReason, caseId: out.caseId, decisionId: out.decisionId,
  });
  await setGrantState(tx, grant.id, 'active', addMonths(end, -1));
}

/** The last month of the phase-out a grant is in, in a month; undefined when it is in none. */
export async function findPhaseOut(tx: Tx, grantId: number, month: Month): Promise<{ last: Month; endReason: string } | undefined> {
  return tx.find<{ last: Month; endReason: string }>(
    `select to_char(v.to_month - interval '1 month', 'YYYY-MM') as last, coalesce(e.reason, '渐退期满') as "endReason"
       from grant_version v left join grant_version e on e.grant_id = v.grant_id and e.known_to is null and e.from_month = v.to_month
      where v.grant_id = $1 and v.known_to is null and v.change = 'phase-out' and v.from_month <= $2 and v.to_month > $2`, [grantId, firstDay(month)]);
}

/** What the grant is worth in a month, lines and persons with it. */
async function contentIn(tx: Tx, grantId: number, month: Month): Promise<VersionContent> {
  const version = await tx.find<{ id: number; hukou_kind: VersionContent['hukouKind']; facts: unknown; basis: VersionContent['basis'] }>(
    `select id, hukou_kind, version_facts(facts, kept_of) as facts, basis from grant_version where grant_id = $1 and known_to is null and state = 'paid' and from_month <= $2 and (to_month is null or to_month > $2)`, [grantId, firstDay(month)]);
  if (!version) throw new Refusal('grant.not-active');
  const lines = await tx.rows<{ item: string; personId: number | null; fen: number; funding: string | null }>('select item, person_id as "personId", fen, funding from grant_line where version_id = $1 order by id', [version.id]);
  const persons = await tx.rows<{ person_id: number }>('select person_id from version_person where version_id = $1 order by id', [version.id]);
  return {
    state: 'paid', hukouKind: version.hukou_kind, personIds: persons.map((one) => one.person_id), lines, facts: version.facts, assessment: null, basis: version.basis,
    change: 'phase-out', reason: '', caseId: null, decisionId: null,
  };
}
