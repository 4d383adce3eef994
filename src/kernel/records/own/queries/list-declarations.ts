import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { loadRegisters } from '../../load-registers.ts';
import { BUILDERS, listRoles } from '../builders.ts';
import type { DeclarationRow, DeclarationState } from '../declaration-rows.ts';
import type { DesignChoices, DesignLine } from '../design-face.ts';
import { listLines } from '../own-home.ts';

interface Row extends DeclarationRow { readonly author: string; readonly day: string; readonly standing: DeclarationState | null; readonly in_force: number | null; readonly records: number; readonly mine: boolean }

/** Registers the bureau makes itself, with where each stands; and what a designer chooses from. */
export default defineQuery({
  id: 'records.list-declarations', title: '自建台账', allow: { roles: BUILDERS }, input: z.strictObject({}),
  async run(tx, _input, by): Promise<{ readonly rows: DesignLine[]; readonly choices: DesignChoices }> {
    const rows = await tx.rows<Row>(
      `select d.*, coalesce(c.author, '系统') as author, c.business_day::text as day, s.state as standing, s.version as in_force,
              (select count(*) from register_record r where r.register = d.register and not r.taken_back) as records,
              exists (select from register_declaration x where x.register = d.register and x.version = d.version and x.state in ('draft', 'sent') and x.account_id = $1) as mine
         from (select distinct on (register) * from register_declaration order by register, id desc) d
         left join lateral (select x.state, x.version from register_declaration x where x.register = d.register and x.state in ('published', 'withdrawn') order by x.id desc limit 1) s on true
         left join command_authors(array(select command_id from register_declaration)) c on c.id = d.command_id order by d.id desc`, [by.caller.account?.id ?? 0]);
    const registers = [...(await loadRegisters(tx)).values()].filter((home) => !home.published?.withdrawn).map((home) => ({ id: home.register.id, title: home.register.title }));
    return {
      rows: rows.map((row) => ({
        register: row.register, title: row.declaration.title, purpose: row.declaration.purpose, line: row.declaration.line?.title ?? '', version: row.version, state: row.state, step: row.id, note: row.note,
        by: row.author, on: row.day, mine: row.mine, inForce: row.standing === 'published' ? row.in_force : null, records: row.records,
      })),
      choices: { lines: await listLines(), roles: listRoles(), registers },
    };
  },
});
