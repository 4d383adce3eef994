import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { countTo } from '../../registers/search/hit.ts';
import { namePinyin } from '../../values/pinyin.ts';
import { COUNTED_TO } from '../../values/counted.ts';
import type { RegisterLine } from '../face.ts';
import { loadRegisters } from '../load-registers.ts';
import { mayKeep, mayRead } from '../read/face-of.ts';
import { listDue } from '../reminders/list-due.ts';

const sounds = new Map<string, readonly [string, string]>();
/** Titles are few and stay: each is sounded once. */
function lettersOf(title: string): readonly [string, string] {
  const known = sounds.get(title);
  if (known !== undefined) return known;
  const { initials, full } = namePinyin(title);
  sounds.set(title, [initials, full]);
  return [initials, full];
}

/** The registers a post reads, with how many records stand in its area and how many reminders are due. */
export default defineQuery({
  id: 'records.registers', title: '台账目录', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by): Promise<RegisterLine[]> {
    const role = by.caller.post?.role ?? '';
    const homes = [...(await loadRegisters(tx)).values()].filter((home) => mayRead(home, role));
    const standing = new Map((await tx.rows<{ register: string; count: number }>(
      `select a.register, (select count(*) from (select 1 from register_record r where r.register = a.register and r.standing limit ${COUNTED_TO + 1}) c) as count from unnest($1::text[]) a (register)`,
      [homes.map((home) => home.register.id)])).map((row) => [row.register, row.count]));
    const due = Map.groupBy(await listDue(tx, homes, by.today), (one) => one.register);
    return homes.map((home): RegisterLine => ({
      id: home.register.id, title: home.register.title, unit: home.register.unit, purpose: home.register.purpose, line: home.line, covers: home.register.covers,
      standing: countTo(standing.get(home.register.id) ?? 0), due: due.get(home.register.id)?.length ?? 0, keeps: mayKeep(home, role), letters: lettersOf(home.register.title),
    }));
  },
});
