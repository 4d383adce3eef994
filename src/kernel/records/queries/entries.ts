import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { subTableOf } from '../../registry/check-register.ts';
import { recordInput, registerInput } from '../door-input.ts';
import type { EntryRow } from '../face.ts';
import { fromRow } from '../read/from-row.ts';
import { getReadable } from '../read/get-readable.ts';
import { labelsOf, readLinks } from '../read/read-links.ts';
import { getSub } from '../write/add-entries.ts';
import type { StoredEntry } from '../write/load-entry.ts';

const PAGE = 100;

/** Entries of a sub-record, newest day first. */
export default defineQuery({
  id: 'records.entries', title: '子台账', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ register: registerInput, record: recordInput, sub: z.string().max(40), after: z.string().regex(/^\d{4}-\d{2}-\d{2}\|\d{1,15}$/).optional() }),
  async run(tx, input, by): Promise<{ readonly rows: readonly EntryRow[]; readonly next: string | null }> {
    const home = await getReadable(tx, by, input.register);
    const sub = getSub(home, input.sub);
    const [day, id] = input.after?.split('|') ?? [];
    const found = await tx.rows<StoredEntry>(
      `select * from ${subTableOf(home.register, sub)} where record_id = $1 and known_to is null and what <> 'taken-back'${id === undefined ? '' : ' and (on_day, id) < ($2::date, $3::bigint)'} order by on_day desc, id desc limit ${PAGE + 1}`,
      id === undefined ? [input.record] : [input.record, day, Number(id)]);
    const page = found.slice(0, PAGE);
    const links = await readLinks(tx, sub.fields, page);
    const codes = new Map([...links.division].map(([at, { code }]) => [at, code]));
    by.saw('person', page.flatMap((row) => (row.person_id === null ? [] : [row.person_id])), `台账：${home.register.title}`);
    const last = found.length > PAGE ? page.at(-1) : undefined;
    return {
      rows: page.map((row) => ({ entry: row.entry_id, day: row.on_day, person: row.person_id === null ? null : links.person.get(row.person_id) ?? { id: row.person_id, title: '（不在辖区）', href: null }, values: fromRow(sub.fields, row, codes), links: labelsOf(sub.fields, row, links) })),
      next: last === undefined ? null : `${last.on_day}|${last.id}`,
    };
  },
});
