import { AppError } from '../contract/refusal.ts';
import type { HukouKind, Parameter, ParameterReading } from '../contract/parameter.ts';
import type { AsOf, Need } from '../contract/rules.ts';
import { fen } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { ParameterBook, ParameterGap } from './parameter-book.ts';

/** Thrown inside a rule that asked for a figure nobody entered; `assess` turns it into `unknown(needs: parameter)`. Never leaves the kernel. */
export class GapMet extends Error {
  readonly gap: ParameterGap;
  constructor(gap: ParameterGap) {
    super(`参数未录入：${gap.title}（${gap.reason}）`);
    this.name = 'GapMet';
    this.gap = gap;
  }
}

export const needOf = (gap: ParameterGap): Need => ({ kind: 'parameter', id: gap.id, title: gap.title, reason: gap.reason });

/** An AsOf that remembers every figure it gave out, in the order first asked. */
export interface RecordingAsOf extends AsOf {
  listReadings(): readonly ParameterReading[];
}

/** `day` chooses ages, counts and switches; amounts of money (标准) hold by the month and may be read as of another day. */
export interface ReadAt {
  readonly day: PlainDate;
  readonly divisions: readonly string[];
  /** First day of the month the amounts are for; absent = `day`. */
  readonly moneyDay?: PlainDate;
}

/** Reads the book for one place and day. Each figure is looked up once; one AsOf serves any number of households of that place and day. */
export function makeAsOf(book: ParameterBook, at: ReadAt): RecordingAsOf {
  const known = new Map<string, ParameterReading>();

  const get = (id: string, kinds: readonly Parameter['kind'][], hukouKind?: HukouKind): ParameterReading['value'] => {
    const key = hukouKind === undefined ? id : `${id}|${hukouKind}`;
    let reading = known.get(key);
    if (reading === undefined) {
      const answer = book.read(id, at.divisions, kinds.includes('money') ? (at.moneyDay ?? at.day) : at.day, hukouKind);
      if (answer.is === 'gap') throw new GapMet(answer);
      reading = answer.reading;
      known.set(key, reading);
    }
    if (!kinds.includes(reading.kind)) throw new AppError('parameter-kind-wrong', `参数 ${id} 的种类是 ${reading.kind}，规则按 ${kinds.join('/')} 读它`);
    return reading.value;
  };

  return {
    day: at.day,
    divisions: at.divisions,
    money: (id, hukouKind) => fen(Number(get(id, ['money'], hukouKind))),
    count: (id) => Number(get(id, ['count', 'months'])),
    ratio: (id) => String(get(id, ['ratio'])),
    choice: (id) => String(get(id, ['choice'])),
    isOn: (id) => get(id, ['switch']) === true,
    listReadings: () => [...known.values()],
  };
}
