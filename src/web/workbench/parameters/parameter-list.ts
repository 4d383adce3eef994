import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type listParameters from '../../../kernel/policy/queries/list-parameters.ts';

export type ParameterList = DoorOutput<typeof listParameters>;
export type ListedMatter = ParameterList['matters'][number];
export type ListedParameter = ListedMatter['parameters'][number];
export type ListedValue = ListedParameter['history'][number];
export type ListedProposal = ListedParameter['waiting'][number];

/** `44` stands above `442000`, `442000` above its towns, `00` above all. Divisions are declared short (province 2 digits, city 6). */
export function holdsIn(division: string, place: string): boolean {
  return division === '00' || place.startsWith(division) || (division.endsWith('00') && division.length === 6 && place.startsWith(division.slice(0, 4)) && place.length > 6);
}

/** What holds in a place today: the most specific division's value of each hukou kind; a stated figure goes before a demo figure, a figure before a gap. */
export function currentIn(parameter: ListedParameter, place: string): readonly ListedValue[] {
  const here = parameter.history.filter((value) => value.inForce && holdsIn(value.division, place));
  const best = new Map<string, ListedValue>();
  for (const value of here) {
    const kind = value.hukouKind ?? '';
    const known = best.get(kind);
    if (known === undefined || rank(value) > rank(known)) best.set(kind, value);
  }
  const whole = best.get('');
  const kinds = [...best.values()].filter((value) => value.hukouKind !== null && (whole === undefined || value.division.length >= whole.division.length));
  return kinds.length > 0 ? kinds : whole === undefined ? [] : [whole];
}

const rank = (value: ListedValue): number => (value.division === '00' ? 0 : value.division.length * 4) + (value.is === 'gap' ? 0 : value.demo ? 1 : 2);

/** How a parameter stands in a place: what a clerk has to know before relying on it. */
export interface Standing { readonly gap: boolean; readonly demo: boolean; readonly numberMissing: boolean; readonly waiting: boolean }

export function standingOf(parameter: ListedParameter, place: string): Standing {
  const now = currentIn(parameter, place);
  return {
    gap: now.length === 0 || now.some((value) => value.is === 'gap'),
    demo: now.some((value) => value.demo),
    numberMissing: now.some((value) => value.is !== 'gap' && !value.demo && value.document.number === null),
    waiting: parameter.waiting.length > 0,
  };
}

/** `2014-01-01 至 2014-12-31`; the end is kept exclusive and shown inclusive by whoever has the day before it. */
export const hukouWord = (kind: string | null): string => (kind === 'urban' ? '城镇' : kind === 'rural' ? '农村' : '');
