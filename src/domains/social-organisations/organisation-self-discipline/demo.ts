import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Of the five invented organisations of each town the second is an association, the first and third are service organisations. */
const ASSOCIATION = 1;
const SERVICES = [0, 2] as const;
interface Kept { readonly organisation: number; readonly kind: 'industry-association' | 'service-organisation' }

/** 48 organisations with a rule, two of them with a second, two rules still being drafted; 20 trade associations with a committee as well. One committee was dissolved in September. */
export const records: readonly DemoRecords[] = [{ register: 'self-discipline-measure', rows: (ground) => [
  ...keepers(ground).slice(0, 50).map((one, at) => measure(ground, 'rule', one, at)), ...keepers(ground).slice(0, 2).map((one, at) => measure(ground, 'rule', one, at + 1)),
  ...keepers(ground).slice(0, 21).map((one, at) => measure(ground, 'committee', one, at)),
] }];

/** Associations first. */
function keepers(ground: DemoGround): Kept[] {
  const of = (k: number, kind: Kept['kind']): Kept[] => ground.towns.map((_town, t) => ({ organisation: t * 5 + k, kind }));
  return [...of(ASSOCIATION, 'industry-association'), ...SERVICES.flatMap((k) => of(k, 'service-organisation'))];
}

function measure(ground: DemoGround, kind: 'rule' | 'committee', { organisation, kind: organisationKind }: Kept, at: number): DemoRecord {
  const on = `2014-${String(2 + (at % 8)).padStart(2, '0')}-${String(5 + (at % 20)).padStart(2, '0')}`;
  const adopted = { adoptedOn: on, adoptedBy: at % 3 === 0 ? 'assembly' : 'council', ...(kind === 'committee' ? { chair: ground.person(8200 + at, 50).name, members: 3 + (at % 4) } : {}) };
  return {
    division: ground.city, openedOn: on,
    values: { title: kind === 'rule' ? ['行业自律公约', '诚信经营守则', '财务公开制度'][at % 3] : '廉洁从业委员会', organisation: ground.link('organisation', organisation), organisationKind, measure: kind },
    states: [...(at < 48 ? [{ state: 'standing', on, values: adopted }] : []), ...(kind === 'committee' && at === 20 ? [{ state: 'ended', on: '2014-09-30' }] : [])],
    entries: at % 5 === 0 && at < 48 ? { acts: [{ on: '2014-10-16', values: { kind: at % 10 === 0 ? 'self-check' : 'education', findings: '按要求开展，没有发现问题。', outcome: 'clean' } }] } : {},
  };
}
