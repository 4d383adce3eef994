import { wordsOf } from '../../casework/decision-words.ts';
import { plainTitleOf, type Matter } from '../../contract/matter.ts';
import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { noticeDays } from '../list-notices.ts';

export interface PublicNotice {
  readonly id: number; readonly matter: string; readonly matterTitle: string; /** 拟批准, 拟确认同意 */ readonly proposed: string; readonly scope: 'town' | 'county'; readonly name: string; readonly headcount: number; readonly fen: number;
  readonly office: string; readonly division: string; readonly place: string; readonly postedOn: PlainDate; readonly endsOn: PlainDate; readonly day: number; readonly days: number; readonly running: boolean;
}
export type PublicRow = Omit<PublicNotice, 'matterTitle' | 'proposed' | 'day' | 'days' | 'running'> & { readonly procedure: string | null } & Record<string, unknown>;

export const PUBLIC_COLUMNS = `id, matter, procedure_of_notice(id) as procedure, scope, name_masked as name, headcount, fen, office_name as office, division_name as division, place, posted_on as "postedOn", ends_on as "endsOn"`;

/** A notice as the public reads it, with its law's own word for what is proposed. */
export function publicNotice({ procedure, ...row }: PublicRow, matter: Matter | undefined, today: PlainDate): PublicNotice {
  return { ...row, ...noticeDays(row, today), matterTitle: plainTitleOf(matter ?? { title: row.matter }), proposed: `拟${wordsOf(matter?.procedures?.find((one) => one.id === procedure)).granted}` };
}

/** Notices that run now, for anyone: masked name, headcount, amount and nothing else of a household. */
export default defineQuery({
  id: 'notices.list-public', title: '公示', allow: { anyone: true },
  input: z.strictObject({ division: z.string().trim().max(40).optional(), matter: z.string().max(60).optional(), before: z.int().optional(), limit: z.int().min(1).max(200).default(50) }),
  async run(tx, input, by): Promise<{ today: PlainDate; notices: PublicNotice[]; total: number; more: boolean }> {
    const registry = await loadRegistry();
    const from = `from public_notice where withdrawn_on is null and posted_on <= $1 and ends_on >= $1 and ($2::text is null or division_name like $2 || '%' or office_name like $2 || '%') and ($3::text is null or matter = $3)`;
    const values = [by.today, input.division?.replaceAll(/[%_\\]/g, '') || null, input.matter ?? null];
    const rows = await tx.rows<PublicRow>(`select ${PUBLIC_COLUMNS} ${from} and ($4::bigint is null or id < $4) order by id desc limit $5`, [...values, input.before ?? null, input.limit]);
    const { total } = await tx.one<{ total: number }>(`select count(*)::int as total from (select 1 ${from} limit 1001) n`, values);
    return {
      today: by.today, total: Math.min(total, 1000), more: total > 1000,
      notices: rows.map((row) => publicNotice(row, registry.findMatter(row.matter), by.today)),
    };
  },
});
