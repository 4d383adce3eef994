import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** 48 organisations with a rule; 30 of them, trade associations, with a committee as well; two rules still being drafted. */
export const records: readonly DemoRecords[] = [{ register: 'self-discipline-measure', rows: (ground) => [...Array.from({ length: 50 }, (_, at) => measure(ground, 'rule', at)), ...Array.from({ length: 30 }, (_, at) => measure(ground, 'committee', at))] }];

function measure(ground: DemoGround, kind: 'rule' | 'committee', at: number): DemoRecord {
  const on = `2014-${String(2 + (at % 8)).padStart(2, '0')}-${String(5 + (at % 20)).padStart(2, '0')}`;
  const adopted = { adoptedOn: on, adoptedBy: at % 3 === 0 ? 'assembly' : 'council', ...(kind === 'committee' ? { chair: ground.person(8200 + at, 50).name, members: 3 + (at % 4) } : {}) };
  return {
    division: ground.city, openedOn: on,
    values: { title: kind === 'rule' ? ['行业自律公约', '诚信经营守则', '财务公开制度'][at % 3] : '廉洁从业委员会', organisation: ground.link('organisation', at), organisationKind: at < 30 ? 'industry-association' : at % 2 === 0 ? 'association' : 'service-organisation', measure: kind },
    states: at < 48 ? [{ state: 'standing', on, values: adopted }] : [],
    entries: at % 5 === 0 && at < 48 ? { acts: [{ on: '2014-10-16', values: { kind: at % 10 === 0 ? 'self-check' : 'education', findings: '按要求开展，没有发现问题。', outcome: 'clean' } }] } : {},
  };
}
