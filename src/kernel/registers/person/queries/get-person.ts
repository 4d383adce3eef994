import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import type { Tx } from '../../../db/tx.ts';
import { divisionName } from '../../division/division-name.ts';
import { listCaseHits } from '../../search/list-case-hits.ts';
import type { Hit } from '../../search/hit.ts';
import { listTimeline, type TimelineEntry } from '../list-timeline.ts';

export interface PersonPage {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly sex: string;
  readonly birthDate: string | null;
  readonly deathDate: string | null;
  readonly hukouKind: string | null;
  readonly hukou: string | null;
  readonly residence: string | null;
  readonly handling: string | null;
  readonly documents: readonly { readonly id: number; readonly kind: string; readonly masked: string; readonly withdrawn: boolean }[];
  readonly cases: readonly Hit[];
  /** Everything that happened and everything that was recorded, oldest first. */
  readonly timeline: readonly TimelineEntry[];
}

interface Row {
  id: number; version: number; name: string; sex: string; birth_date: string | null; death_date: string | null; hukou_kind: string | null;
  hukou_division_id: number | null; residence_division_id: number | null; handling_division_id: number | null;
}

/** One person with everything the city knows of them, as the work at the desk needs it. Numbers of documents stay masked. */
export default defineQuery({
  id: 'person.get-person', title: '人员详情', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ person: z.number().int().positive() }),
  async run(tx, input, by): Promise<PersonPage> {
    const row = await tx.find<Row>('select * from person where id = $1', [input.person]);
    by.saw('person', row ? [row.id] : [], '看人员');
    if (!row) throw new Refusal('person.not-found');
    const cases = await tx.rows<{ id: number }>('select c.id from case_member m join case_file c on c.id = m.case_id where m.person_id = $1 order by c.id desc', [row.id]);
    return {
      id: row.id, version: row.version, name: row.name, sex: row.sex, birthDate: row.birth_date, deathDate: row.death_date, hukouKind: row.hukou_kind,
      hukou: await divisionName(tx, row.hukou_division_id), residence: await divisionName(tx, row.residence_division_id), handling: await divisionName(tx, row.handling_division_id),
      documents: await listDocuments(tx, row.id),
      cases: await listCaseHits(tx, cases.map((c) => c.id)),
      timeline: await listTimeline(tx, row.id),
    };
  },
});

const listDocuments = (tx: Tx, person: number): Promise<{ id: number; kind: string; masked: string; withdrawn: boolean }[]> =>
  tx.rows('select id, kind, masked, withdrawn from person_document where person_id = $1 order by withdrawn, id', [person]);
