import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { listStandards } from '../list-standards.ts';
import { loadBook } from '../load-book.ts';

/** What the line is where I live, since when, by which document: open to anyone. */
export default defineQuery({
  id: 'policy.list-standards', title: '标准公布', allow: { anyone: true }, input: z.strictObject({ day: dayInput.optional() }),
  run: async (tx, input, by) => ({ city: by.city.name, today: by.today, day: input.day ?? by.today, standards: await listStandards(tx, await loadBook(tx), by.city, input.day ?? by.today) }),
});
