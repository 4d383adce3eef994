import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';

/** 办结: what became of an errand, in words. A request of the person concerned is answered on its own page. Throws Refusal. */
export async function finishErrand(tx: Tx, by: CommandContext, errandId: number, result: string): Promise<void> {
  const row = await tx.find<{ done_on: string | null; kind: string; roles: string[] }>('select done_on, kind, roles from errand where id = $1 for update', [errandId]);
  if (!row) throw new Refusal('errand.not-found');
  if (row.done_on !== null) throw new Refusal('errand.done');
  if (row.kind === 'correct-record') throw new Refusal('errand.own-place');
  if (!row.roles.includes(by.caller.post?.role ?? '')) throw new Refusal('errand.other-role');
  await tx.run('update errand set done_on = $2, done_by = $3, result = $4 where id = $1', [errandId, by.today, by.caller.account?.name ?? '', result]);
}
