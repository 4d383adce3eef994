import type { RosterCell, RosterColumnKey, RosterLine } from './roster-lines.ts';

/** What goes wrong in real rosters, each planted once on purpose so that the import can show that it finds it. */
export type PlantedKind =
  | 'id-as-number'
  | 'id-fifteen-digits'
  | 'id-full-width'
  | 'id-check-digit'
  | 'date-serial'
  | 'date-dotted'
  | 'date-cell'
  | 'hidden-rows'
  | 'rare-character'
  | 'spaced-name'
  | 'person-twice'
  | 'no-head'
  | 'amount-text'
  | 'amount-full-width';

export interface Planted {
  readonly kind: PlantedKind;
  /** Household it stands in (户编号) and the member's name as written. */
  readonly household: string;
  readonly name: string;
}

interface Change {
  readonly kind: PlantedKind;
  /** Which line of a household it can be planted on. */
  readonly fits: (line: RosterLine, own: readonly RosterLine[]) => boolean;
  readonly change: (line: RosterLine) => Partial<Record<RosterColumnKey, RosterCell>>;
}

const text = (line: RosterLine, key: RosterColumnKey) => String(line.cells[key] ?? '');
const fullWidth = (plain: string) => plain.replace(/[0-9,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const id = (line: RosterLine) => text(line, 'idNumber');
/** Days since 1899-12-30, as a spreadsheet counts. */
const serial = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
const nextDigit = (digit: string) => (digit === 'X' ? '0' : digit === '9' ? 'X' : String(Number(digit) + 1));

const CHANGES: readonly Change[] = [
  { kind: 'id-as-number', fits: (line) => !id(line).endsWith('X'), change: (line) => ({ idNumber: Number(id(line)) }) },
  { kind: 'id-fifteen-digits', fits: (line) => text(line, 'birthDate') < '1980', change: (line) => ({ idNumber: id(line).slice(0, 6) + id(line).slice(8, 17) }) },
  { kind: 'id-full-width', fits: () => true, change: (line) => ({ idNumber: fullWidth(id(line)) }) },
  { kind: 'id-check-digit', fits: () => true, change: (line) => ({ idNumber: id(line).slice(0, 17) + nextDigit(id(line)[17]!) }) },
  { kind: 'date-serial', fits: () => true, change: (line) => ({ birthDate: serial(text(line, 'birthDate')) }) },
  { kind: 'date-dotted', fits: () => true, change: (line) => ({ birthDate: text(line, 'birthDate').split('-').map(Number).join('.') }) },
  { kind: 'date-cell', fits: () => true, change: (line) => ({ birthDate: new Date(`${text(line, 'birthDate')}T00:00:00Z`) }) },
  // 𠮷 lies outside the basic plane (two UTF-16 units), 㛃 in extension A: both are in GB18030 and in household registers.
  {
    kind: 'rare-character',
    fits: (line) => text(line, 'name').length === 3,
    change: (line) => ({ name: `${text(line, 'name').slice(0, 2)}𠮷`, remark: '㛃、𠮷为户口本用字' }),
  },
  { kind: 'spaced-name', fits: (line) => text(line, 'name').length === 2, change: (line) => ({ name: [...text(line, 'name')].join('　') }) },
  { kind: 'amount-text', fits: (line) => line.first, change: (line) => ({ topUp: `${text(line, 'topUp')}元` }) },
  { kind: 'amount-full-width', fits: (line) => line.first, change: (line) => ({ topUp: fullWidth(text(line, 'topUp')) }) },
];

/**
 * Plants each error once, every one in a household of its own, in order from the second household on; the first stays as it should be.
 * Throws when there are too few households to plant all.
 */
export function plantErrors(lines: readonly RosterLine[]): { lines: RosterLine[]; planted: Planted[] } {
  const households = [...Map.groupBy(lines, (line) => line.household).values()];
  const untouched = households.slice(1);
  const planted: Planted[] = [];
  const take = (kind: PlantedKind, fits: (own: readonly RosterLine[]) => boolean): readonly RosterLine[] => {
    const at = untouched.findIndex(fits);
    if (at < 0) throw new RangeError(`no household left to plant ${kind} in`);
    return untouched.splice(at, 1)[0]!;
  };
  const rewritten = new Map<string, readonly RosterLine[]>();
  const note = (kind: PlantedKind, line: RosterLine) => planted.push({ kind, household: line.household, name: text(line, 'name') });

  const headless = take('no-head', (own) => own.length >= 2 && own.filter((line) => text(line, 'relation') === '户主').length === 1);
  const orphaned = headless.map((line) => (line.first ? { ...line, cells: { ...line.cells, relation: '家长' } } : line));
  rewritten.set(headless[0]!.household, orphaned);
  note('no-head', orphaned[1]!);

  const hidden = take('hidden-rows', (own) => own.length >= 2);
  rewritten.set(
    hidden[0]!.household,
    hidden.map((line) => ({ ...line, hidden: true })),
  );
  note('hidden-rows', hidden[0]!);

  for (const change of CHANGES) {
    const own = take(change.kind, (each) => each.some((line) => change.fits(line, each)));
    const target = own.find((line) => change.fits(line, own))!;
    const changed = { ...target, cells: { ...target.cells, ...change.change(target) } };
    rewritten.set(
      target.household,
      own.map((line) => (line === target ? changed : line)),
    );
    note(change.kind, changed);
  }

  const source = take('person-twice', (own) => own.length >= 3);
  const host = take('person-twice', () => true);
  const twice: RosterLine = { household: host[0]!.household, first: false, cells: { ...source.at(-1)!.cells, relation: '其他', remark: '寄住' } };
  rewritten.set(twice.household, [...host, twice]);
  note('person-twice', twice);

  return { lines: households.flatMap((own) => rewritten.get(own[0]!.household) ?? own), planted };
}
