import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { agencies, findAgency, type Answer } from './agencies.ts';

export interface ReportLine {
  readonly requestId: number; readonly round: number; readonly memberKey: string; readonly name: string; readonly agency: string; readonly agencyTitle: string; readonly state: string;
  readonly orderedOn: PlainDate; readonly answeredOn: PlainDate | null; readonly attempts: number;
  /** What was answered, in one sentence; empty while nothing was. */
  readonly words: string;
  readonly reason: string | null;
  readonly answers: readonly { readonly kind: string; readonly on: PlainDate; readonly answer: Answer; readonly reason: string | null; readonly by: string; readonly command: number }[];
}
export interface VerificationReport { readonly round: number; readonly lines: readonly ReportLine[]; readonly frozen: { readonly on: PlainDate; readonly digest: string; readonly command: number } | null }

type RequestRow = Omit<ReportLine, 'agencyTitle' | 'words' | 'reason' | 'answers'> & Record<string, unknown>;

/** Requests and answers of the latest round of a case, member by member, and whether they are frozen. */
export async function readVerificationReport(tx: Tx, caseId: number): Promise<VerificationReport> {
  const requests = await tx.rows<RequestRow>(
    `select r.id as "requestId", r.round, r.member_key as "memberKey", m.name_masked as name, r.agency, r.state, r.ordered_on as "orderedOn", r.answered_on as "answeredOn", r.attempts
       from verification_request r join case_member m on m.case_id = r.case_id and m.person_id = r.person_id
      where r.case_id = $1 and r.round = (select max(round) from verification_request where case_id = $1) order by r.agency, r.id`, [caseId]);
  const answers = await tx.rows<{ requestId: number; kind: string; on: PlainDate; answer: Answer; reason: string | null; by: string; command: number }>(
    'select request_id as "requestId", kind, received_on as "on", answer, reason, recorded_by as by, command_id as command from verification_answer where case_id = $1 order by id', [caseId]);
  const round = requests[0]?.round ?? 0;
  const frozen = await tx.find<{ on: PlainDate; digest: string; command: number }>(
    `select frozen_on as "on", encode(digest, 'hex') as digest, command_id as command from evidence where case_id = $1 and round = $2 order by id desc limit 1`, [caseId, round]);
  return {
    round, frozen: frozen ?? null,
    lines: requests.map((request) => {
      const own = answers.filter((answer) => answer.requestId === request.requestId).map(({ requestId: _request, ...rest }) => rest);
      const last = own.at(-1);
      const agency = agencies.find((one) => one.id === request.agency);
      return { ...request, agencyTitle: agency?.title ?? request.agency, words: last && agency ? agency.words(last.answer) : '', reason: last?.reason ?? null, answers: own };
    }),
  };
}

/** 封存以后才到的更正: the decision stands on what was known then; what came later is for the next review to weigh. */
export interface LateAnswer { readonly requestId: number; readonly agencyTitle: string; readonly name: string; readonly on: PlainDate; readonly words: string }

/** Answers recorded after the report was frozen, newest first. Pure. */
export function listAfterFreeze(report: VerificationReport): LateAnswer[] {
  const frozen = report.frozen;
  if (frozen === null) return [];
  return report.lines.flatMap((line) => line.answers.filter((answer) => answer.command > frozen.command).map((answer) => ({
    requestId: line.requestId, agencyTitle: line.agencyTitle, name: line.name, on: answer.on, words: findAgency(line.agency)?.words(answer.answer) ?? '',
  }))).toReversed();
}
