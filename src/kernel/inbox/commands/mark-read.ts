import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';

/** 已读: everything up to a command has been seen. Never goes back. */
export default defineCommand({
  id: 'inbox.mark-read', title: '消息已读', allow: { residents: true }, input: z.strictObject({ to: z.int().nonnegative() }),
  async run(tx, input, by) {
    await tx.run(
      `insert into message_read (account_id, read_to) values ($1, $2) on conflict (account_id) do update set read_to = greatest(message_read.read_to, excluded.read_to)`,
      [by.caller.account?.id, input.to]);
    return { readTo: input.to };
  },
});
