import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { addDays, daysBetween, type PlainDate } from '../../values/plain-date.ts';
import { RECOGNITION_COLUMNS, RECOGNITION_JOINS, stateOf, type RecognitionRow, type RecognitionState } from '../recognition-row.ts';

export interface HouseholdRecognition extends RecognitionRow { readonly title: string; readonly certificate: string; readonly state: RecognitionState; readonly lastDay: PlainDate; readonly daysLeft: number | null }

/** Every status a household holds or held. */
export default defineQuery({
  id: 'recognitions.list-of-household', title: '这一户的认定', allow: { staff: true }, sensitive: true, input: z.strictObject({ household: z.int().positive() }),
  async run(tx, input, by): Promise<HouseholdRecognition[]> {
    const { findBenefit } = await loadRegistry();
    const rows = await tx.rows<RecognitionRow>(`select ${RECOGNITION_COLUMNS} from recognition r ${RECOGNITION_JOINS} where r.household_id = $1 order by r.valid_from desc, r.id desc`, [input.household]);
    by.saw('household', rows.length > 0 ? [input.household] : [], '看认定');
    return rows.map((row) => {
      const benefit = findBenefit(row.kind)?.benefit;
      const state = stateOf(row, by.today);
      return { ...row, title: benefit?.title ?? row.kind, certificate: benefit?.recognises?.certificate ?? '证明', state, lastDay: addDays(row.until, -1), daysLeft: state === 'holding' ? daysBetween(by.today, row.until) : null };
    });
  },
});
