import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** Three editions of the city's map, the fourth being compiled, and the first map of six towns. */
export const records: readonly DemoRecords[] = [{ register: 'administrative-map', rows: (ground) => [
  ...[2008, 2011, 2013].map((year, at) => edition(ground, ground.city, '中山市', 'city', at + 1, year, at < 2)),
  { division: ground.city, openedOn: '2014-09-10', values: { name: '中山市行政区划图', scope: 'city', edition: 4, previous: ground.link('administrative-map', 2), asOf: '2014-12-31', mapScale: '1:70000' } },
  ...ground.towns.slice(0, 6).map((town) => edition(ground, town.code, town.name, 'town', 1, 2012, false)),
] }];

function edition(ground: DemoGround, division: string, place: string, scope: string, nth: number, year: number, old: boolean): DemoRecord {
  const published = `${year + 1}-06-18`;
  const first = nth === 1;
  return {
    division, openedOn: `${year + 1}-01-08`,
    values: { name: `${place}行政区划图`, scope, edition: nth, ...(first ? {} : { previous: ground.link('administrative-map', nth - 2) }), asOf: `${year}-12-31`, units: scope === 'city' ? ground.towns.length + 1 : 1 + ground.villages.filter((village) => village.town === division).length, mapScale: scope === 'city' ? '1:70000' : '1:20000', boundarySource: `${year}年行政区域界线详图` },
    states: [
      { state: 'reviewing', on: `${year + 1}-03-20` },
      { state: 'published', on: published, values: { reviewedOn: `${year + 1}-04-25`, approvalNumber: `演示审字（${year + 1}）第${String(100 + nth)}号`, publishedOn: published, publisher: '地图出版社', printed: scope === 'city' ? 3_000 : 500 } },
      ...(old ? [{ state: 'superseded', on: nth === 1 ? '2012-06-18' : '2014-06-18' }] : []),
    ],
    entries: {
      proofs: [{ on: `${year + 1}-03-28`, values: { subject: 'boundaries', by: '界线组', errors: nth, fixed: true } }, { on: `${year + 1}-04-02`, values: { subject: 'names', by: '地名组', errors: 2 + nth, fixed: true } }],
      differences: first ? [] : [{ on: `${year - 1}-05-10`, values: { kind: 'boundary', place: ground.towns[nth]?.name ?? '', before: '旧界', after: '联检后的界', paper: `演示府〔${year - 1}〕${30 + nth}号` } }, { on: `${year}-02-20`, values: { kind: 'founded', place: `${ground.towns[nth + 4]?.name ?? ''}新社区`, after: '新设社区', paper: `演示民〔${year}〕${8 + nth}号` } }],
    },
  };
}
