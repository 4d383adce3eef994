import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { protectedName } from '../common/demo-names.ts';

const roads = ['民族路', '孙文路', '兴中道', '悦来路', '中山路', '富华道', '岐关路', '康华路', '博爱路', '长江路'] as const;
const ends = ['北端', '南端', '中段', '东口', '西口'] as const;

/** A hundred and twenty signs in the towns: most of them right, some with an old name, some broken, one being replaced; six more stand at names of the protected list. */
export const records: readonly DemoRecords[] = [{ register: 'guide-sign', rows: (ground) => [...Array.from({ length: 120 }, (_none, at) => sign(ground, at)), ...[0, 2, 6, 7, 8, 12].map((at) => oldName(ground, at))] }];

/** The sign of a place whose name is on the protected list. */
function oldName(ground: DemoGround, at: number): DemoRecord {
  const town = ground.towns[at % ground.towns.length];
  const { name } = protectedName(at);
  return {
    division: town?.code ?? ground.city, openedOn: '2013-06-12',
    values: { name: `${name}（入口）`, plate: `ZSL${String(at + 1).padStart(4, '0')}`, kind: 'community', officialName: name, protectedName: ground.link('protected-place-name', at), content: name, address: `${town?.name ?? ''}${name}`, point: ground.point(town?.code ?? ground.city) },
    states: [{ state: 'right', on: '2013-06-12', values: { installedOn: '2013-06-12' } }],
    entries: { inspections: [{ on: '2014-05-22', values: { contentRight: true, condition: 'good', inspector: '巡查员' } }] },
  };
}

function sign(ground: DemoGround, at: number): DemoRecord {
  const town = ground.towns[at % 12];
  const road = `${town?.name ?? ''}${roads[at % roads.length] ?? ''}`;
  const on = `201${1 + (at % 3)}-0${2 + (at % 7)}-12`;
  const outcome = at % 17 === 5 ? 'renamed' : at % 23 === 7 ? 'broken' : at % 31 === 3 ? 'wrong' : 'right';
  const planned = at > 115;
  return {
    division: town?.code ?? ground.city, openedOn: planned ? '2014-10-08' : on,
    values: { name: `${road}（${ends[at % ends.length] ?? ''}）`, plate: `ZS${String(at + 1).padStart(5, '0')}`, kind: at % 4 === 0 ? 'guide' : 'street', officialName: road, content: `${road} ${at % 4 === 0 ? '←→' : ''}`.trim(), address: `${road}${ends[at % ends.length] ?? ''}`, point: ground.point(town?.code ?? ground.city) },
    states: planned ? [] : [{ state: 'right', on, values: { installedOn: on } }, ...after(outcome, road, at)],
    entries: planned ? { works: [{ on: '2014-10-20', values: { kind: 'install', done: false } }] } : {
      inspections: at % 3 === 0 ? [] : [{ on: '2014-05-20', values: { contentRight: outcome !== 'wrong', condition: outcome === 'broken' ? 'damaged' : 'good', inspector: '巡查员' } }],
      works: [{ on, values: { kind: 'install', done: true, doneOn: on, cost: 38_000 + (at % 5) * 2_000 } }, ...(outcome === 'renamed' && at % 2 === 0 ? [{ on: '2014-10-27', values: { kind: 'replace', because: 'renamed', done: false } }] : [])],
    },
  };
}

function after(outcome: string, road: string, at: number): { readonly state: string; readonly on: string; readonly values?: Record<string, unknown> }[] {
  if (outcome === 'right') return [];
  return [{ state: outcome, on: `2014-${at % 2 === 0 ? '09' : '06'}-16`, ...(outcome === 'renamed' ? { values: { newName: road.replace(/[路道]$/, '大道'), newNamePaper: '演示府〔2014〕52号' } } : {}) }];
}
