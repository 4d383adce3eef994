import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import { refuseUnknownFile } from '../documents/refuse-unknown-file.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { findDecision } from './find-decision.ts';
import { servedOn, whyNotServed, type ServiceAttempt } from './ways.ts';

/** Writes an attempt to serve a decision into the record; one that reached the person closes it. Returns the day from which the remedies run. */
export async function recordService(tx: Tx, by: CommandContext, decisionId: number, attempt: ServiceAttempt): Promise<PlainDate | null> {
  const decision = await findDecision(tx, decisionId);
  if (decision.served_on !== null) throw new Refusal('service.already', { on: decision.served_on });
  const no = whyNotServed(attempt, { decidedOn: decision.decided_on, today: by.today });
  if (no) throw new Refusal(no.code, no.details);
  await refuseUnknownFile(tx, by, attempt.fileId);
  const served = servedOn(attempt);
  await tx.run(
    `insert into service_record (decision_id, case_id, division_id, how, tried_on, served_on, receiver, by_names, witnesses, because, tracking, place, file_id, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [decision.id, decision.case_id, decision.division_id, attempt.how, attempt.triedOn, served, attempt.receiver ?? null, attempt.by, attempt.witnesses, attempt.because ?? null, attempt.tracking ?? null, attempt.place ?? null,
      attempt.fileId ?? null, by.caller.account?.name ?? '']);
  return served;
}
