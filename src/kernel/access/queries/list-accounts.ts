import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { findAccounts } from '../find-accounts.ts';
import { assignableRoles, roleTitle } from '../roles.ts';
import { readRules } from '../sessions.ts';
import { ruleSources } from '../sign-in-rules.ts';

/** 账号与岗位: the accounts of staff of the area, by name, role and how they stand; with the rules of signing in and where they come from. */
export default defineQuery({
  id: 'access.list-accounts', title: '账号与岗位', allow: { roles: ['administrator', 'auditor'] },
  input: z.strictObject({ find: z.string().trim().max(100).optional(), role: z.enum(assignableRoles).optional(), state: z.enum(['in-use', 'never-used', 'dormant', 'locked', 'disabled']).optional(), skip: z.int().min(0).max(100_000).default(0), limit: z.int().min(1).max(5000).default(100) }),
  async run(tx, input, by) {
    const { today, rules } = await readRules(tx);
    const all = await findAccounts(tx, { city: by.city, divisions: by.caller.divisions, today, rules }, { find: input.find === '' ? undefined : input.find, role: input.role });
    const counts = Object.fromEntries((['in-use', 'never-used', 'dormant', 'locked', 'disabled'] as const).map((state) => [state, all.filter((one) => one.state === state).length]));
    const shown = all.filter((one) => input.state === undefined || one.state === input.state);
    return {
      today, total: shown.length, counts, accounts: shown.slice(input.skip, input.skip + input.limit), roles: assignableRoles.map((role) => ({ role, title: roleTitle(role) })),
      rules: Object.entries(ruleSources).map(([key, source]) => ({ title: source.title, unit: source.unit, document: source.document, clause: source.clause, own: source.own, value: rules[key as keyof typeof ruleSources] })),
    };
  },
});
