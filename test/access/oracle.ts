import { lineRoles } from '../../src/kernel/access/roles.ts';
import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';
import type { World } from './oracle-world.ts';

/**
 * What a post at a division may be shown, worked out from the rows alone and in another way than the platform does it: nothing here asks the database,
 * and nothing here shares its words for area, search or order.
 */
export class Oracle {
  readonly world: World;
  readonly area: ReadonlySet<number>;
  constructor(world: World, root: number) {
    this.world = world;
    this.area = areaOf(world, root);
  }

  people(text = ''): World['people'] {
    const found = this.world.people.filter((p) => p.divisions.some((d) => d !== null && this.area.has(d)) && meansPerson(text, p));
    return found.toSorted((a, b) => (a.pinyin === b.pinyin ? a.id - b.id : a.pinyin < b.pinyin ? -1 : 1));
  }

  households(text = ''): World['households'] {
    const people = new Set(this.people(text).map((p) => p.id));
    const means = (h: World['households'][number]): boolean => (text === '' ? true : isNumber(text) ? h.number.startsWith(text) : h.members.some((m) => people.has(m)));
    return this.world.households.filter((h) => this.area.has(h.division) && means(h)).toSorted((a, b) => (a.number < b.number ? -1 : 1));
  }

  cases(): World['cases'] {
    return this.world.cases.filter((c) => this.area.has(c.division));
  }

  tasks(office: number, role: string): World['tasks'] {
    return this.world.tasks.filter((t) => this.area.has(t.division) && t.office === office && t.roles.includes(role));
  }

  /** What the search strip offers: people in order with the cases of at most three of them, or cases and households by number; ten at most. */
  suggestions(text: string): string[] {
    if (isNumber(text)) {
      const cases = this.cases().filter((c) => c.number.startsWith(text)).toSorted((a, b) => (a.number < b.number ? -1 : 1)).slice(0, 10);
      return [...cases.map((c) => `case ${c.id}`), ...this.households(text).map((h) => `household ${h.id}`)].slice(0, 10);
    }
    if (text.length < 2 && /^[a-z]*$/.test(text)) return [];
    const people = this.people(text).slice(0, 10);
    const cases = people.length > 3 ? [] : this.cases().filter((c) => people.some((p) => p.id === c.applicant)).toSorted((a, b) => b.id - a.id);
    return [...people.map((p) => `person ${p.id}`), ...cases.map((c) => `case ${c.id}`)].slice(0, 10);
  }

  /** Grants in force on a day; `within` narrows them to a division, as the reader asked. */
  grants(day: string, within: number | null): { readonly seen: World['grants']; readonly outside: World['grants'] } {
    const scope = within === null ? null : areaOf(this.world, within);
    const inForce = this.world.grants.filter((g) => g.firstMonth <= day && (scope === null || scope.has(g.division)));
    return { seen: inForce.filter((g) => this.area.has(g.division)), outside: inForce.filter((g) => !this.area.has(g.division)) };
  }
}

/** A division, what lies under it, and whatever was merged into any of these. */
export function areaOf(world: Pick<World, 'divisions'>, root: number): ReadonlySet<number> {
  const area = new Set([root]);
  for (let before = 0; before !== area.size;) {
    before = area.size;
    for (const d of world.divisions) if ((d.parent_id !== null && area.has(d.parent_id)) || (d.successor_id !== null && area.has(d.successor_id))) area.add(d.id);
  }
  return area;
}

const isNumber = (text: string): boolean => text.includes('-');

function meansPerson(text: string, p: World['people'][number]): boolean {
  if (text === '') return true;
  if (/^\d{17}/.test(text)) return p.number === text && idCardCheckDigit(text.slice(0, 17)) === text[17];
  if (/^\d{5}[\dX]$/.test(text)) return p.number.endsWith(text);
  return /^[a-z]+$/.test(text) ? p.pinyin.startsWith(text) || p.initials.startsWith(text) : p.name.startsWith(text);
}

/** Roles the oracle asks as: all that every bureau has, and of the posts of the lines one that keeps the register asked about and one that does not read it. */
export const askedRoles = (all: readonly string[]): string[] => all.filter((role) => !isLineRole(role) || role === 'elderly-care-clerk' || role === 'charity-clerk');
export const isLineRole = (role: string): boolean => role in lineRoles;
