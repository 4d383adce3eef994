import { createHash } from 'node:crypto';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { openCity } from '../../src/kernel/db/city.ts';
import { command } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import type { CommandDefinition, QueryDefinition } from '../../src/kernel/contract/door.ts';
import approve from '../../src/kernel/payroll/commands/approve.ts';
import check from '../../src/kernel/payroll/commands/check.ts';
import close from '../../src/kernel/payroll/commands/close.ts';
import confirm from '../../src/kernel/payroll/commands/confirm.ts';
import drawFollowUp from '../../src/kernel/payroll/commands/draw-follow-up.ts';
import drawUp from '../../src/kernel/payroll/commands/draw-up.ts';
import readReturn from '../../src/kernel/payroll/commands/read-return.ts';
import send from '../../src/kernel/payroll/commands/send.ts';
import submit from '../../src/kernel/payroll/commands/submit.ts';
import { drawLimits } from '../../src/kernel/payroll/draw-lines.ts';
import drawRoll from '../../src/kernel/payroll/jobs/draw-roll.ts';
import getBankFile from '../../src/kernel/payroll/queries/get-bank-file.ts';
import listRolls from '../../src/kernel/payroll/queries/list-rolls.ts';
import { makeReturnFile } from '../../demo/bank/make-return-file.ts';
import { killAt } from './kill-at.ts';

/**
 * A process that takes one month's roll from drawing to closed, wherever it stands, and is killed with -9 before or after its n-th
 * statement. Started again it goes on; every step has the same key each time. Exits 0 when the month is closed.
 */
interface Orders { readonly url: string; readonly dataDir: string; readonly month: string; readonly benefit: string; readonly posts: Readonly<Record<'officer' | 'approver' | 'finance', number>>; readonly killAt: number; readonly after: boolean }
const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const city = openCity(demoCities[0]!, { databaseUrl: orders.url, dataDir: orders.dataDir, connections: 2 });
drawLimits.households = 4;
killAt(city, orders);

type Who = keyof Orders['posts'];
const callers = new Map<Who, Awaited<ReturnType<typeof callerOfPost>>>();
const callerOf = async (who: Who) => callers.get(who) ?? (callers.set(who, await callerOfPost(city, orders.posts[who])), callers.get(who)!);
const act = async <I, O>(who: Who, definition: CommandDefinition<I, O>, input: NoInfer<I>): Promise<O> => {
  const key = createHash('sha256').update(`${definition.id} ${JSON.stringify(input)}`).digest('hex');
  const outcome = await command(city, await callerOf(who), definition, input, { key });
  if (!outcome.ok) throw new Error(`${definition.id}: ${outcome.refused.code}`);
  return outcome.result;
};
const see = async <I, O>(definition: QueryDefinition<I, O>, input: NoInfer<I>): Promise<O> => {
  const outcome = await query(city, await callerOf('officer'), definition, input);
  if (!outcome.ok) throw new Error(`${definition.id}: ${outcome.refused.code}`);
  return outcome.result;
};

async function stepOf(roll: { id: number; version: number; state: string; kind: string; failed: number }, followed: boolean): Promise<void> {
  const at = { roll: roll.id, version: roll.version };
  switch (roll.state) {
    case 'drawing': return drawRoll.run(city, { roll: roll.id }, { id: 1, attempts: 1, caller: await callerOf('officer') });
    case 'drawn': return void await act('officer', check, at);
    case 'checked': return void await act('officer', submit, at);
    case 'submitted': return void await act('approver', approve, at);
    case 'approved': return void await act('finance', confirm, at);
    case 'confirmed': return void await act('officer', send, at);
    case 'sent': {
      const file = Buffer.from((await see(getBankFile, { roll: roll.id, purpose: 'hand-to-bank' })).base64, 'base64');
      const failing = roll.kind === 'main' ? [{ seq: 1, code: 'E099' }, { seq: 3, code: 'E099' }, { seq: 4, code: 'E099' }] : [];
      return void await act('officer', readReturn, { ...at, fileName: 'MZHP.txt', content: makeReturnFile(file, failing, '2014-12-08T10:30:00').toString('base64') });
    }
    case 'returned': return void await (roll.failed > 0 && !followed ? act('officer', drawFollowUp, at) : act('officer', close, at));
    default: throw new Error(`nothing to do in ${roll.state}`);
  }
}

for (;;) {
  const { rolls } = await see(listRolls, { limit: 24, void: false });
  const here = rolls.filter((roll) => roll.month === orders.month);
  if (here.length === 0) await act('officer', drawUp, { benefit: orders.benefit, month: orders.month });
  // newest first: a follow-up is finished before the roll it follows
  const open = here.find((roll) => roll.state !== 'closed');
  if (open) await stepOf(open, here.some((roll) => roll.follows === open.id));
  else if (here.length > 0) break;
}
await city.close();
