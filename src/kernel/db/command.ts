import { createHash } from 'node:crypto';
import { actorName, mandateOf, type Caller } from '../access/caller.ts';
import { mayEnter } from '../access/may-enter.ts';
import { demandSecondFactor } from '../access/second-factor/demand-second-factor.ts';
import { signCommand } from '../audit/sign-command.ts';
import { readToday } from '../clock/read-today.ts';
import type { CommandDefinition } from '../contract/door.ts';
import type { FieldError } from '../contract/form.ts';
import { Refusal, refused, type Refused } from '../contract/refusal.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { checkInput } from './check-input.ts';
import { requireMandate } from '../mandates/require-mandate.ts';
import { stand, type City } from './city.ts';
import { makeTx, type Tx } from './tx.ts';

/** Who acts, on which business day, under which command number. */
export interface CommandContext {
  readonly city: City;
  readonly caller: Caller;
  readonly today: PlainDate;
  /** Number of this command: the knowledge time of everything it writes. */
  readonly commandId: number;
  /** Wall-clock instant, ISO. */
  readonly at: string;
  /** Adds to the answer what is told this once and kept nowhere: a one-time password. A repeat of the command does not tell it again. */
  tellOnce(fields: Readonly<Record<string, string>>): void;
}

export type CommandOutcome<Output> =
  | { readonly ok: true; readonly result: Output; readonly commandId: number; readonly repeated: boolean }
  | { readonly ok: false; readonly refused: Refused; readonly fields?: readonly FieldError[] };

/**
 * The door of everything that changes: authorise, recognise a repeat, check, run, sign, commit.
 * A refusal writes nothing and does not use up the key; a running twin is waited for.
 */
export async function command<Input, Output>(
  city: City, caller: Caller, definition: CommandDefinition<Input, Output>, body: unknown, options: { readonly key: string },
): Promise<CommandOutcome<Output>> {
  const no = mayEnter(definition.allow, caller);
  if (no) return { ok: false, refused: no };
  const checked = checkInput(definition.input, body);
  if (!checked.ok) return { ok: false, refused: refused('input.invalid'), fields: checked.fields };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptCommand(city, caller, definition, checked.input, options.key);
    } catch (error) {
      if (error instanceof Refusal) return refusalOutcome(error.refused);
      const code = (error as { code?: string }).code;
      if ((code === '40P01' || code === '40001') && attempt < 4) continue;
      if (code === '40P01' || code === '40001' || code === '55P03') return { ok: false, refused: refused('command.busy') };
      if (code === '23505' || code === '23P01') return { ok: false, refused: refused('command.conflict', { constraint: (error as { constraint?: string }).constraint }) };
      // a number in the input that names nothing
      if (code === '23503') return { ok: false, refused: refused('command.names-nothing') };
      // 42501 with these words: row protection refused a row outside the caller's area
      if (code === '42501' && String(error).includes('row-level security')) return { ok: false, refused: refused('access.outside-area') };
      if (code === 'P0001' && String(error).includes('outside the area of the caller')) return { ok: false, refused: refused('access.outside-area') };
      throw error;
    }
  }
}

/** The input as its digest sees it: secrets are there as what a key outside the database makes of them. */
function withoutSecrets<Input, Output>(city: City, definition: CommandDefinition<Input, Output>, input: Input): unknown {
  if (definition.secret === undefined) return input;
  return { ...input, ...Object.fromEntries(definition.secret.map((field) => [field, input[field] === undefined ? null : city.keys.findHash(`${definition.id} ${field} ${String(input[field])}`).toString('hex')])) };
}

/** Field errors that a handler found travel beside the refusal, as those of the input's own check do. */
function refusalOutcome({ code, details }: Refused): { ok: false; refused: Refused; fields?: readonly FieldError[] } {
  if (!details || !Array.isArray(details['fields'])) return { ok: false, refused: refused(code, details) };
  const { fields, ...others } = details;
  return { ok: false, refused: refused(code, others), fields: fields as readonly FieldError[] };
}

async function attemptCommand<Input, Output>(
  city: City, caller: Caller, definition: CommandDefinition<Input, Output>, input: Input, key: string,
): Promise<CommandOutcome<Output>> {
  const digest = createHash('sha256').update(canonicalJson(withoutSecrets(city, definition, input))).digest();
  const client = await city.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const tx = makeTx(client, city.code);
    const auditor = caller.post?.role === 'auditor';
    const divisions = await divisionsFor(tx, city, caller, definition, input);
    // commands run as staff: a resident's are held to the divisions of the resident's own rows
    await stand(client, city, { role: 'staff', divisions, person: caller.person, auditor, post: caller.post?.role, actor: actorName(caller), mandate: mandateOf(caller) });
    await requireMandate(tx, caller);
    await client.query({ name: 'share-clock', text: 'select pg_advisory_xact_lock_shared($1)', values: [Number(city.code)] });
    const earlier = await claimKey(tx, actorName(caller), definition.id, key, digest);
    if ('answer' in earlier) {
      await client.query('commit');
      return earlier.answer as CommandOutcome<Output>;
    }
    // a change of keys waits for every running command and holds back the next: nobody writes with the old key after it
    city.keys.refresh();
    const at = new Date().toISOString();
    const toldOnce: Record<string, string> = {};
    const context: CommandContext = { city, caller, today: await readToday(tx), commandId: earlier.commandId, at, tellOnce: (fields) => { Object.assign(toldOnce, fields); } };
    if (definition.stepUp) await demandSecondFactor(tx, context);
    const result = await definition.run(tx, input, context);
    await signCommand(tx, context, definition.id, digest);
    await tx.run('update idempotency_key set response = $4 where actor = $1 and command = $2 and client_key = $3', [actorName(caller), definition.id, key, JSON.stringify(result ?? null)]);
    await client.query('commit');
    return { ok: true, result: Object.keys(toldOnce).length > 0 ? { ...result, ...toldOnce } : result, commandId: earlier.commandId, repeated: false };
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost; });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function divisionsFor<Input, Output>(tx: Tx, city: City, caller: Caller, definition: CommandDefinition<Input, Output>, input: Input): Promise<readonly number[]> {
  if (caller.post || caller.person === null || !definition.scopeForResident) return caller.divisions;
  await stand(tx.client, city, { role: 'resident', divisions: [], person: caller.person, auditor: false, actor: actorName(caller), mandate: mandateOf(caller) });
  const divisions = await definition.scopeForResident(tx, input, caller.person);
  await tx.run('reset role');
  return divisions;
}

/** Takes the key, or finds the first answer given under it. Waits while a twin is still running. */
async function claimKey(tx: Tx, actor: string, commandName: string, key: string, digest: Buffer): Promise<{ commandId: number } | { answer: CommandOutcome<unknown> }> {
  const mine = await tx.find<{ command_id: number }>(
    `insert into idempotency_key (actor, command, client_key, body_digest, command_id)
     values ($1, $2, $3, $4, nextval('command_no')) on conflict do nothing returning command_id`, [actor, commandName, key, digest]);
  if (mine) {
    await tx.run(`select set_config('mz.command', $1, true)`, [String(mine.command_id)]);
    return { commandId: mine.command_id };
  }
  const first = await tx.one<{ body_digest: Buffer; command_id: number; response: unknown }>(
    'select body_digest, command_id, response from idempotency_key where actor = $1 and command = $2 and client_key = $3', [actor, commandName, key]);
  if (!first.body_digest.equals(digest)) return { answer: { ok: false, refused: refused('command.key-reused') } };
  return { answer: { ok: true, result: first.response, commandId: first.command_id, repeated: true } };
}
