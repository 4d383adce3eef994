import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { plainDate } from '../../values/plain-date.ts';
import { listStandards } from '../list-standards.ts';
import { loadBook } from '../load-book.ts';

/** What the line is where I live, since when, by which document: open to anyone. */
export default defineQuery({
  id: 'policy.list-standards', title: '标准公布', allow: { anyone: true }, input: z.strictObject({ day: z.iso.date().transform(plainDate).optional() }),
  run: async (tx, input, by) => ({ city: by.city.name, today: by.today, day: input.day ?? by.today, standards: await listStandards(tx, await loadBook(tx), by.city, input.day ?? by.today) }),
});
