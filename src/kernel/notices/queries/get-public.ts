import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { PUBLIC_COLUMNS, publicNotice, type PublicNotice, type PublicRow } from './list-public.ts';

/** One running notice, for anyone. A notice that is over is no longer shown: what was public of a household does not stay so. */
export default defineQuery({
  id: 'notices.get-public', title: '看公示', allow: { anyone: true }, input: z.strictObject({ noticeId: z.int().positive() }),
  async run(tx, input, by): Promise<PublicNotice> {
    const row = await tx.find<PublicRow>(
      `select ${PUBLIC_COLUMNS} from public_notice where id = $1 and withdrawn_on is null and ends_on >= $2`, [input.noticeId, by.today]);
    if (!row) throw new Refusal('notice.not-found');
    return publicNotice(row, (await loadRegistry()).findMatter(row.matter), by.today);
  },
});
