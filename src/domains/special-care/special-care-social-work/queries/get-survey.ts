import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import type { Linked } from '../../../../kernel/records/face.ts';
import { readLinks } from '../../../../kernel/records/read/read-links.ts';
import { drawPeople } from '../sample/draw-people.ts';
import { listEntitled } from '../sample/list-entitled.ts';

export interface SurveyLine { readonly record: number; readonly name: string; readonly year: number; readonly state: string }
export interface SampleLine {
  readonly entry: number; readonly person: Linked; readonly day: string; readonly lot: number | null; readonly reply: string; readonly aware: boolean | null; readonly score: number | null; readonly content: boolean | null;
  readonly followUp: string; readonly followWorker: string | null; readonly followDue: string | null; readonly followedOn: string | null;
}
export interface SurveyPage extends SurveyLine {
  readonly seen: number; readonly sampleSize: number; readonly population: number | null; readonly seed: string | null; readonly drawnOn: string | null;
  readonly lowUpTo: number; readonly contentFrom: number; readonly scale: number; readonly followWithin: number;
  /** Drawn again from the seed: how many of the list are the same, of how many; null where it was drawn on paper or not yet. */
  readonly again: { readonly population: number; readonly same: number; readonly of: number } | null;
  readonly lines: readonly SampleLine[];
}
type Stored = Omit<SurveyPage, 'again' | 'lines'> & Record<string, unknown>;

const CURRENT = `t.known_to is null and t.valid_to is null and t.what <> 'taken-back'`;

/** The surveys, and one of them with its sample: who was drawn, what he said, whether somebody went back. The draw is repeated from its seed each time it is looked at. */
export default defineQuery({
  id: 'special-care-social-work.get-survey', title: '优抚调查', allow: { roles: ['special-care-clerk', 'auditor'] }, sensitive: true, input: z.strictObject({ record: recordInput.optional() }),
  async run(tx, { record }, by): Promise<{ readonly surveys: readonly SurveyLine[]; readonly survey: SurveyPage | null }> {
    const surveys = await tx.rows<SurveyLine & Record<string, unknown>>(`select t.record_id as record, t.name, t.survey_year as year, t.state from special_care_survey t where ${CURRENT} order by t.survey_year desc, t.record_id desc`);
    const stored = await tx.find<Stored>(
      `select t.id as seen, t.record_id as record, t.name, t.survey_year as year, t.state, t.sample_size as "sampleSize", t.population, t.seed, t.drawn_on as "drawnOn", t.low_up_to as "lowUpTo", t.content_from as "contentFrom", t.scale, t.follow_within as "followWithin"
         from special_care_survey t where ${CURRENT} and t.record_id = $1`, [record ?? surveys[0]?.record ?? 0]);
    if (stored === undefined) { by.saw('record', [], '优抚调查'); return { surveys, survey: null }; }
    const rows = await tx.rows<Omit<SampleLine, 'person'> & { person_id: number } & Record<string, unknown>>(
      `select e.entry_id as entry, e.person_id, e.on_day as day, e.lot, e.reply, e.aware, e.score, e.content, e.follow_up as "followUp", e.follow_worker as "followWorker", e.follow_due as "followDue", e.followed_on as "followedOn"
         from special_care_survey__answers e where e.record_id = $1 and e.known_to is null and e.what <> 'taken-back' order by e.lot nulls last, e.entry_id`, [stored.record]);
    const people = (await readLinks(tx, [], rows)).person;
    by.saw('person', rows.map((row) => row.person_id), '优抚调查的样本');
    const lines = rows.map(({ person_id: id, ...line }): SampleLine => ({ ...line, person: people.get(id) ?? { id, title: '（不在辖区）', href: null } }));
    return { surveys, survey: { ...stored, again: await drawAgain(tx, stored, rows), lines } };
  },
});

/** The same draw from what was known when it was made. */
async function drawAgain(tx: Tx, survey: Stored, rows: readonly { readonly person_id: number; readonly lot: number | null }[]): Promise<SurveyPage['again']> {
  if (survey.seed === null || survey.drawnOn === null || !/^[0-9a-f]{64}$/.test(survey.seed)) return null;
  const { command } = await tx.one<{ command: number | null }>(`select min(command_id) as command from special_care_survey where record_id = $1 and seed is not null and state = 'asking'`, [survey.record]);
  const people = await listEntitled(tx, survey.drawnOn, command);
  const drawn = drawPeople(Buffer.from(survey.seed, 'hex'), people, survey.sampleSize);
  const listed = new Set(rows.map((row) => `${row.person_id} ${String(row.lot)}`));
  return { population: people.length, same: drawn.filter((one) => listed.has(`${one.person} ${one.lot}`)).length, of: Math.max(drawn.length, rows.length) };
}
