import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { canonicalJson } from '../values/canonical-json.ts';

export interface DigestRow {
  readonly table: string; readonly op: string; readonly rows: number; readonly first: number; readonly last: number; readonly digest: string;
  /** Of rows whose encrypted values were written again under another key: who had written them, and their digest until then. */
  readonly of?: number; readonly was?: string;
  /** 2: each row digested as its text (thousands at once); absent: as JSON. */
  readonly form?: number;
}

/** What the signature covers: who, what, when, and a digest of every row written. */
export interface SignedContent {
  readonly id: number; readonly command: string; readonly account: number | null; readonly post: number | null; readonly person: number | null;
  readonly day: string; readonly at: string; readonly body: string; readonly digests: readonly DigestRow[];
}
export const signedText = (content: SignedContent): string => canonicalJson(content);

/** Closes a command: collects what its triggers digested and signs it with a key the database does not have. */
export async function signCommand(tx: Tx, by: CommandContext, name: string, body: Buffer): Promise<void> {
  const digests = (await tx.rows<{ table_name: string; op: string; rows: number; first_id: number; last_id: number; digest: Buffer; of_command: number | null; was: Buffer | null; form: number | null }>(
    'select table_name, op, rows, first_id, last_id, digest, of_command, was, form from audit_digest where command_id = $1 order by id', [by.commandId]))
    .map((d) => ({
      table: d.table_name, op: d.op, rows: d.rows, first: d.first_id, last: d.last_id, digest: d.digest.toString('hex'),
      ...(d.of_command === null ? {} : { of: d.of_command }), ...(d.was === null ? {} : { was: d.was.toString('hex') }), ...(d.form === null ? {} : { form: d.form }),
    }));
  const content: SignedContent = {
    id: by.commandId, command: name, account: by.caller.account?.id ?? null, post: by.caller.post?.id ?? null, person: by.caller.person,
    day: by.today, at: by.at, body: body.toString('hex'), digests,
  };
  await tx.run(
    `insert into command_log (id, command, account_id, post_id, person_id, business_day, at, body_digest, digests, key_id, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [content.id, content.command, content.account, content.post, content.person, content.day, content.at, body, JSON.stringify(digests),
      by.city.keys.current, by.city.keys.mac(signedText(content))]);
}
