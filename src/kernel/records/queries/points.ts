import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { columnOf, tableOf } from '../../registry/check-register.ts';
import { registerInput } from '../door-input.ts';
import { listRecordHits } from '../list-record-hits.ts';
import { getReadable } from '../read/get-readable.ts';
import { CURRENT } from '../table/write-table.ts';

const MOST = 5000;
export interface PointRow { readonly record: number; readonly title: string; /** Where it lies, as people call it. */ readonly division: string; readonly state: string; readonly lon: number; readonly lat: number; readonly href: string }

/** Where a register's records are: those with a point, standing now. At most five thousand. */
export default defineQuery({
  id: 'records.points', title: '台账地图', allow: { staff: true }, sensitive: true, input: z.strictObject({ register: registerInput }),
  async run(tx, input, by): Promise<PointRow[]> {
    const { register } = await getReadable(tx, by, input.register);
    const place = register.fields.find((field) => field.kind === 'place');
    if (place === undefined) { by.saw('record', [], '台账地图'); return []; }
    const column = columnOf(place.key);
    const rows = await tx.rows<{ record_id: number; state: string; lon: number; lat: number }>(
      `select t.record_id, t.state, t.${column}[0] as lon, t.${column}[1] as lat from ${tableOf(register)} t where t.${CURRENT.replace(' and ', ' and t.')} and t.${column} is not null order by t.record_id limit ${MOST}`);
    const hits = new Map((await listRecordHits(tx, by, rows.map((row) => row.record_id), '台账地图')).map((hit) => [hit.id, hit]));
    if (rows.length === 0) by.saw('record', [], '台账地图');
    return rows.map((row) => ({ record: row.record_id, title: hits.get(row.record_id)?.title ?? '', division: hits.get(row.record_id)?.division ?? '', state: row.state, lon: row.lon, lat: row.lat, href: `/registers/${register.id}/${row.record_id}` }));
  },
});
