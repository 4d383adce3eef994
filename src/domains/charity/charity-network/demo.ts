import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** 中山 2014: the city's society, one in every town but two, a foundation or two, an academy in preparation. No districts, so no district societies. */
export const records: readonly DemoRecords[] = [{ register: 'charity-body', rows: (ground) => [...cityBodies(ground), ...ground.towns.flatMap((town, at) => (at === 21 ? [] : [townSociety(ground, town, at)]))] }];

function cityBodies(ground: DemoGround): DemoRecord[] {
  const active = (name: string, kind: string, on: string): DemoRecord => ({
    division: ground.city, openedOn: on,
    values: { name, kind, level: 'city', address: '石岐区民族路', point: ground.point(ground.city) },
    states: [{ state: 'active', on, values: { foundedOn: on } }],
    entries: { 'network-work': kind === 'society' ? [{ on: '2014-02-14', values: { kind: 'campaign', work: '慈善万人行动员', people: 1850 } }, { on: '2014-08-06', values: { kind: 'relief', work: '地震灾区捐赠', people: 320 } }] : [] },
  });
  return [
    active('中山市慈善会（演示）', 'society', '2006-05-18'), active('香山公益慈善组织联合会（演示）', 'federation', '2013-11-20'), foundation(ground, 4), foundation(ground, 10),
    { division: ground.city, openedOn: '2014-07-01', values: { name: '香山慈善书院（演示）', kind: 'academy', level: 'city', note: '场地装修中，年底前挂牌' }, states: [{ state: 'preparing', on: '2014-07-01' }] },
  ];
}

/** A foundation among the demo's organisations (the fifth of each town). */
function foundation(ground: DemoGround, town: number): DemoRecord {
  const place = ground.towns[town];
  return { division: place?.code ?? ground.city, openedOn: '2012-03-01', values: { name: `${place?.name ?? ''}慈善基金会`, kind: 'foundation', level: 'town', organisation: ground.link('organisation', town * 5 + 4) }, states: [{ state: 'active', on: '2012-03-01', values: { foundedOn: '2012-03-01' } }] };
}

function townSociety(ground: DemoGround, town: { readonly code: string; readonly name: string }, at: number): DemoRecord {
  const base = { name: `${town.name}慈善会`, kind: 'society', level: 'town' };
  if (at === 23) return { division: town.code, openedOn: '2014-09-15', values: base };
  const on = at < 3 ? `2014-0${at + 3}-20` : `20${String(7 + (at % 6)).padStart(2, '0')}-06-01`;
  return {
    division: town.code, openedOn: on,
    values: { ...base, address: `${town.name}社会事务办公楼`, point: ground.point(town.code) },
    states: [{ state: 'active', on, values: { foundedOn: on } }],
    entries: { 'network-work': on > '2014-02-14' ? [] : [{ on: '2014-02-14', values: { kind: 'campaign', work: '慈善万人行劝募', people: 60 + ground.chance(`campaign ${town.code}`, 240) } }] },
  };
}
