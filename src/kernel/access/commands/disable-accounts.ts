import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { closeAccount, type HandOver } from '../close-account.ts';
import refusals from '../refusals.ts';

type Code = keyof typeof refusals;

/**
 * 停用账号, one or many: whoever has left is signed out at once, the posts end today, work that waits at them may go to a colleague, who then holds the same
 * post. Each account is closed or refused by itself; the answer has a line for each.
 */
export default defineCommand({
  id: 'access.disable-accounts', title: '停用账号', allow: { roles: ['administrator'] },
  input: z.strictObject({
    accounts: z.array(z.int().positive()).min(1).max(200), reason: z.string().trim().min(1).max(200),
    handOver: z.array(z.strictObject({ post: z.int().positive(), to: z.int().positive() })).max(50).default([]),
  }),
  async run(tx, input, by) {
    const results: { account: number; done: boolean; why: string | null }[] = [];
    for (const account of new Set(input.accounts)) {
      await tx.run('savepoint one_account');
      try {
        await closeAccount(tx, by, account, input.reason, input.handOver as readonly HandOver[]);
        results.push({ account, done: true, why: null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (input.accounts.length === 1) throw error;
        await tx.run('rollback to savepoint one_account');
        results.push({ account, done: false, why: (refusals[error.refused.code as Code]?.sentence ?? error.refused.code).replaceAll(/\{(\w+)\}/g, (_whole, key: string) => String(error.refused.details?.[key] ?? '')) });
      }
    }
    return { results };
  },
});
