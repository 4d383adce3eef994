import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { formatYuan, type Fen } from '../../values/money.ts';
import { figureInput, readFigureRequest } from '../figure-request.ts';
import { listFigureRows } from '../list-figure-rows.ts';

const MOST = 100_000;
const words: Readonly<Record<string, string>> = { urban: '城镇', rural: '农村' };

/** A cell as spreadsheets read it: quoted where needed, never taken for a formula. */
const cell = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** The rows of a figure as a table file: masked like the screen, of the reader's area like the screen. */
export default defineQuery({
  id: 'statistics.export-rows', title: '导出统计数明细', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ ...figureInput, urbanRural: z.enum(['urban', 'rural']).optional(), place: divisionInput.optional() }),
  async run(tx, input, by): Promise<{ readonly fileName: string; readonly text: string; readonly rows: number; readonly total: number }> {
    const request = await readFigureRequest(tx, input);
    const { rows, total } = await listFigureRows(tx, by, request, { urbanRural: input.urbanRural, place: input.place, limit: MOST });
    const { title, measures, unit } = request.indicator;
    const amount = (measure: number): string => (measures === 'fen' ? formatYuan(measure as Fen).replaceAll(',', '') : String(measure));
    const head = ['镇街', '名称', '说明', '城乡', measures === 'fen' ? '金额（元）' : unit];
    const lines = rows.map((r) => [r.town, r.label, r.note, words[r.urbanRural ?? ''] ?? '', amount(r.measure)]);
    return { fileName: `${title}-${request.from}.csv`, text: `\ufeff${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`, rows: rows.length, total };
  },
});
