import { AppError } from '../contract/refusal.ts';
import type { HukouKind, Parameter, ParameterReading } from '../contract/parameter.ts';
import type { AsOf, Desk, Need } from '../contract/rules.ts';
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

/** One of several sets of figures a household is judged under: the desk it lies on, and which figures are not the same in all of them. */
export interface BesideOthers { readonly desk: Desk; differs(id: string, kind: Parameter['kind'], hukouKind: HukouKind | undefined): boolean }

interface Known { readonly reading: ParameterReading; readonly value: ParameterReading['value']; readonly differs: boolean }

/** The day on which figures of a kind are read. */
export const readingDay = (kind: Parameter['kind'], at: ReadAt): PlainDate => (kind === 'money' ? (at.moneyDay ?? at.day) : at.day);

/** Reads the book for one place and day. Each figure is looked up once; one AsOf serves any number of households of that place and day. */
export function makeAsOf(book: ParameterBook, at: ReadAt, beside?: BesideOthers): RecordingAsOf {
  // by hukou kind, then by name: a figure is found without spelling a key
  const [common, urban, rural] = [new Map<string, Known>(), new Map<string, Known>(), new Map<string, Known>()];

  const readings: ParameterReading[] = [];

  const look = (known: Map<string, Known>, id: string, kind: Parameter['kind'], other: Parameter['kind'], hukouKind: HukouKind | undefined): Known => {
    const answer = book.read(id, at.divisions, readingDay(kind, at), hukouKind);
    if (answer.is === 'gap') throw new GapMet(answer);
    const { reading } = answer;
    if (reading.kind !== kind && reading.kind !== other) throw new AppError('parameter-kind-wrong', `参数 ${id} 的种类是 ${reading.kind}，规则按 ${kind} 读它`);
    const found = { reading, value: reading.kind === 'money' ? fen(Number(reading.value)) : reading.value, differs: beside?.differs(id, kind, hukouKind) ?? false };
    known.set(id, found);
    readings.push(reading);
    return found;
  };
  const get = (id: string, kind: Parameter['kind'], other: Parameter['kind'], hukouKind?: HukouKind): ParameterReading['value'] => {
    const known = hukouKind === undefined ? common : hukouKind === 'urban' ? urban : rural;
    const found = known.get(id) ?? look(known, id, kind, other, hukouKind);
    if (found.reading.kind !== kind && found.reading.kind !== other) throw new AppError('parameter-kind-wrong', `参数 ${id} 的种类是 ${found.reading.kind}，规则按 ${kind} 读它`);
    if (found.differs && beside !== undefined) beside.desk.varied = true;
    return found.value;
  };

  return {
    day: at.day,
    divisions: at.divisions,
    ...(beside === undefined ? {} : { desk: beside.desk }),
    money: (id, hukouKind) => get(id, 'money', 'money', hukouKind) as ReturnType<AsOf['money']>,
    count: (id) => Number(get(id, 'count', 'months')),
    ratio: (id) => String(get(id, 'ratio', 'ratio')),
    choice: (id) => String(get(id, 'choice', 'choice')),
    isOn: (id) => get(id, 'switch', 'switch') === true,
    listReadings: () => [...readings],
  };
}
