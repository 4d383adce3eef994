import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const items = ['有慈善工作站和专人', '有常年募捐箱和接收点', '有慈善基金或互助金', '收支每季度公开', '有慈善宣传栏'];

/** A first round in 2012 and 2013, a second in 2014: towns, communities, two squares; one withdrawn, some still applying. */
export const records: readonly DemoRecords[] = [{ register: 'charity-landmark', rows: (ground) => [
  ...ground.towns.slice(0, 6).map((town, at) => landmark(ground, town.code, `${town.name}`, 'street', at)),
  ...ground.villages.filter((_village, at) => at % 12 === 0).slice(0, 16).map((village, at) => landmark(ground, village.code, village.name, 'community', at)),
  ...ground.towns.slice(6, 9).map((town, at) => landmark(ground, town.code, `${town.name}慈善公园`, 'square', at)),
] }];

function landmark(ground: DemoGround, division: string, name: string, kind: string, at: number): DemoRecord {
  const year = 2012 + (at % 3);
  const applies = year === 2014 && at % 2 === 1;
  const given = `${year}-0${6 + (at % 3)}-18`;
  const filled = `${year}-03-2${at % 9}`;
  const withdrawn = kind === 'community' && at === 3;
  return {
    division, openedOn: `${year}-03-10`,
    values: { name, kind, appliedOn: `${year}-03-10`, point: ground.point(division) },
    states: applies ? [] : [
      { state: 'given', on: given, values: { givenOn: given, validUntil: `${year + 3}${given.slice(4)}`, givenBy: '市民政局' } },
      ...(withdrawn ? [{ state: 'withdrawn', on: '2014-06-30' }] : []),
    ],
    entries: {
      'checklist-item': items.map((item, nth) => ({ on: filled, values: { item, met: !applies || nth < 3, evidence: `材料${nth + 1}` } })),
      checks: applies ? [] : [
        { on: `${year}-05-1${at % 9}`, values: { kind: 'site', score: String(82 + ground.chance(`landmark ${division}`, 16)), passed: true, by: '评审组', rectification: 'none' } },
        ...(withdrawn ? [{ on: '2014-04-10', values: { kind: 'again', score: '51', passed: false, gaps: '工作站撤并，收支半年没有公开', by: '复查组', rectification: 'open' } }] : []),
      ],
    },
  };
}
