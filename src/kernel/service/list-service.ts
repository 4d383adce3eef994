import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { ServiceWay } from './ways.ts';

export interface ListedService {
  readonly id: number; readonly how: ServiceWay; readonly triedOn: PlainDate; readonly servedOn: PlainDate | null; readonly receiver: string | null; readonly by: readonly string[]; readonly witnesses: readonly string[];
  readonly because: string | null; readonly tracking: string | null; readonly place: string | null; readonly fileId: number | null; readonly recordedBy: string;
}
export interface ListedRemedy {
  readonly id: number; readonly kind: 'reconsideration' | 'lawsuit'; readonly body: string; readonly number: string | null; readonly receivedOn: PlainDate;
  readonly outcome: 'upheld' | 'changed' | 'revoked' | 'withdrawn' | null; readonly decidedOn: PlainDate | null; readonly resultNumber: string | null; readonly said: string | null;
}

/** Every attempt to serve a decision, oldest first. */
export const listService = (tx: Tx, decisionId: number): Promise<ListedService[]> => tx.rows<ListedService & Record<string, unknown>>(
  `select id, how, tried_on as "triedOn", served_on as "servedOn", receiver, by_names as by, witnesses, because, tracking, place, file_id as "fileId", recorded_by as "recordedBy"
     from service_record where decision_id = $1 order by id`, [decisionId]);

/** Reviews and lawsuits against a decision with what came of them. */
export const listRemediesTaken = (tx: Tx, decisionId: number): Promise<ListedRemedy[]> => tx.rows<ListedRemedy & Record<string, unknown>>(
  `select r.id, r.kind, r.body, r.number, r.received_on as "receivedOn", x.outcome, x.decided_on as "decidedOn", x.number as "resultNumber", x.said
     from remedy r left join remedy_result x on x.remedy_id = r.id where r.decision_id = $1 order by r.id`, [decisionId]);
