import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { planForArea } from '../../../db/area-plan.ts';
import type { QueryContext } from '../../../db/query.ts';
import type { Tx } from '../../../db/tx.ts';
import { findRecords } from '../../../records/find-records.ts';
import { listRecordHits } from '../../../records/list-record-hits.ts';
import { listHouseholdHits } from '../../household/list-household-hits.ts';
import { listPersonHits } from '../../person/list-person-hits.ts';
import { personCondition } from '../../person/person-condition.ts';
import type { Hit } from '../hit.ts';
import { listCaseHits } from '../list-case-hits.ts';
import { listComplaintHits, listPaperHits, listRollHits } from '../list-number-hits.ts';
import { afterPrefix, readSearchText, type SearchText } from '../read-search-text.ts';

const MOST = 10;

/**
 * What a clerk may mean while typing in the search strip: people by name, pinyin, initials or number of a document; households, cases, rolls,
 * complaints and papers by number; rolls by month; cases of the people found. At most ten, of the caller's area only. Finding somebody by a document's number is a reading, and logged.
 */
export default defineQuery({
  id: 'search.suggest', title: '查找', allow: { staff: true },
  input: z.strictObject({ text: z.string().trim().max(60) }),
  async run(tx, input, by): Promise<Hit[]> {
    const text = readSearchText(input.text);
    if (text.kind === 'nothing' || (text.kind === 'letters' && text.letters.length < 2)) return [];
    if (text.kind === 'number') {
      const [cases, households] = [await idsByNumber(tx, 'case_file', text), await idsByNumber(tx, 'household', text)];
      const others = [...await listRollHits(tx, text, MOST), ...await listComplaintHits(tx, text.number, MOST), ...await listFoundRecords(tx, by, text.number)];
      return [...await listCaseHits(tx, cases), ...await listHouseholdHits(tx, households, by.today), ...others].slice(0, MOST);
    }
    if (text.kind === 'month') return listRollHits(tx, text, MOST);
    if (text.kind === 'paper') return listPaperHits(tx, text.number, MOST);
    const meant = personCondition(text, by.city, 1);
    if (!meant) return [];
    const people = (await planForArea(tx, by.caller, 'search', () => tx.rows<{ id: number }>(
      `select p.id from person p where ${meant.sql} order by p.name_pinyin collate "C", p.id limit ${MOST}`, meant.values))).map((r) => r.id);
    if (text.kind === 'document' || text.kind === 'last-six') by.saw('person', people, '按证件号码查找');
    const cases = people.length > 3 ? [] : (await tx.rows<{ id: number }>(
      `select c.id from case_file c where c.applicant_person_id = any($1::bigint[]) order by c.id desc limit ${MOST}`, [people])).map((r) => r.id);
    const records = text.kind === 'name' || text.kind === 'letters' ? await listFoundRecords(tx, by, input.text) : [];
    return [...[...await listPersonHits(tx, people), ...await listCaseHits(tx, cases)].slice(0, Math.max(MOST - records.length, MOST / 2)), ...records].slice(0, MOST);
  },
});

/** Records of the registers one reads, by number, name or sound. */
async function listFoundRecords(tx: Tx, by: QueryContext, text: string): Promise<Hit[]> {
  const found = await findRecords(tx, text);
  return (await listRecordHits(tx, by, found.map((row) => row.id), '查找')).map((hit) => ({ kind: 'record', id: hit.id, title: hit.title, note: hit.note }));
}

async function idsByNumber(tx: Tx, table: 'case_file' | 'household', text: SearchText & { kind: 'number' }): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(
    `select id from ${table} where number collate "C" >= $1 and number collate "C" < $2 order by number collate "C" limit ${MOST}`, [text.number, afterPrefix(text.number)]);
  return rows.map((r) => r.id);
}
