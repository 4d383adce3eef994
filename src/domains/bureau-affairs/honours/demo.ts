import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** 中山 up to November 2014: the titles of the year's report, and some of the years before. */
export const records: readonly DemoRecords[] = [{ register: 'honour', rows }];

type Row = readonly [name: string, kind: string, level: string, line: string, holderName: string, givenBy: string, givenOn: string, validUntil?: string, run?: { readonly run: string; readonly consecutive: number; readonly cycleYears?: number; /** Place of the time before in this list. */ readonly previous?: number }];

const given: readonly Row[] = [
  ['首批全国社会工作服务标准化建设示范地区', 'demonstration', 'national', 'social-work', '中山市', '民政部', '2014-06-20'],
  ['中华慈善突出贡献组织奖', 'award', 'national', 'charity', '市慈善总会', '中华慈善总会', '2014-04-24'],
  ['全省民政工作先进单位', 'title', 'provincial', 'bureau', '市民政局', '省民政厅', '2010-03-18', '2013-03-18'],
  ['全省双拥模范城', 'title', 'provincial', 'special-care', '中山市', '省双拥工作领导小组', '2012-07-26', '2016-07-26', { run: 'consecutive', consecutive: 3, cycleYears: 4, previous: 11 }],
  ['全国综合减灾示范社区', 'demonstration', 'national', 'relief', '东区某社区', '国家减灾委员会', '2013-12-18'],
  ['全省社区治理创新试点', 'pilot', 'provincial', 'governance', '中山市', '省民政厅', '2013-09-10'],
  ['全国敬老文明号', 'title', 'national', 'elderly', '市颐康老人服务中心', '全国老龄办', '2014-10-02', '2017-10-02'],
  ['全省殡葬优质服务单位', 'title', 'provincial', 'funeral', '市殡仪馆', '省民政厅', '2012-03-30', '2015-03-30'],
  ['全省社会组织以奖代补做法', 'first', 'provincial', 'organisations', '市民政局', '省民政厅简报', '2013-05-20'],
  ['全市首家镇级社工站', 'first', 'city', 'social-work', '小榄镇', '市民政局', '2011-08-15'],
  ['全省双拥模范城', 'title', 'provincial', 'special-care', '中山市', '省双拥工作领导小组', '2004-07-20', '2008-07-20', { run: 'first-time', consecutive: 1, cycleYears: 4 }],
  ['全省双拥模范城', 'title', 'provincial', 'special-care', '中山市', '省双拥工作领导小组', '2008-07-22', '2012-07-22', { run: 'consecutive', consecutive: 2, cycleYears: 4, previous: 10 }],
  ['全省民政信息工作先进单位', 'title', 'provincial', 'bureau', '市民政局', '省民政厅', '2010-02-25', '2011-02-25', { run: 'first-time', consecutive: 1 }],
  ['全省民政信息工作先进单位', 'title', 'provincial', 'bureau', '市民政局', '省民政厅', '2011-02-28', '2012-02-28', { run: 'consecutive', consecutive: 2, previous: 12 }],
  ['全省民政信息工作先进单位', 'title', 'provincial', 'bureau', '市民政局', '省民政厅', '2013-02-26', '2014-02-26', { run: 'again', consecutive: 1, previous: 13 }],
];

function rows(ground: DemoGround): DemoRecord[] {
  const known = given.map(([name, kind, level, line, holderName, givenBy, givenOn, validUntil, { previous, ...run } = { run: 'first-time', consecutive: 1 }], at): DemoRecord => {
    const ended = validUntil !== undefined && validUntil < '2014-11-03';
    return {
      division: ground.city, openedOn: givenOn,
      values: {
        name, kind, level, line, holderName, givenBy, givenOn, ...run,
        ...(previous === undefined ? {} : { evidence: `上一次：${given[previous]?.[6] ?? ''}` }),
        ...(validUntil === undefined ? {} : { validUntil }), ...(at === 0 || kind === 'pilot' ? { batch: 1 } : {}), ...(kind === 'first' ? { place: 1, evidence: '见授予机关简报' } : {}),
      },
      states: [{ state: 'given', on: givenOn }, ...(ended ? [{ state: 'expired', on: validUntil }] : [])],
    };
  });
  const applied: DemoRecord = {
    division: ground.city, openedOn: '2014-09-12',
    values: { name: '全国和谐社区建设示范城市', kind: 'title', level: 'national', line: 'governance', holderName: '中山市', appliedOn: '2014-09-12', run: 'first-time' },
    entries: { checks: [{ on: '2014-10-16', values: { kind: 'self', score: '92.5', passed: true, gaps: '两个镇区的社区用房不足' } }] },
  };
  return [...known, applied];
}
