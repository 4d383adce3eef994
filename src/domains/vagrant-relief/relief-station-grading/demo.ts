import type { DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const FACILITIES = ['reception', 'dormitory', 'clinic', 'kitchen', 'storage'];

/** The demo city: one station, one centre for minors, temporary points in four towns; one grade given, one striven for. */
export const records: readonly DemoRecords[] = [
  { register: 'relief-station', rows: (ground): DemoRecord[] => [
    { division: ground.city, openedOn: '2003-08-01', states: [{ state: 'open', on: '2003-08-01' }], values: { name: '市救助管理站', kind: 'station', level: 'city', beds: 180, femaleBeds: 60, staffPosts: 36, staff: 42, socialWorkers: 6, area: '5200', facilities: [...FACILITIES, 'isolation', 'counselling'], point: ground.point(ground.city) } },
    { division: ground.city, openedOn: '2009-05-01', states: [{ state: 'open', on: '2009-06-01' }], values: { name: '市流浪未成年人救助保护中心', kind: 'minors', level: 'city', beds: 60, femaleBeds: 24, staffPosts: 12, staff: 15, socialWorkers: 4, area: '2100', facilities: [...FACILITIES, 'minors', 'counselling'], point: ground.point(ground.city) } },
    ...ground.towns.slice(2, 6).map((town, at): DemoRecord => ({ division: town.code, openedOn: `201${at}-03-01`, states: [{ state: 'open', on: `201${at}-03-01` }], values: { name: `${town.name}临时救助点`, kind: 'point', level: 'town', beds: 6 + at, femaleBeds: 2, staff: 3, area: String(90 + at * 20), facilities: ['reception', 'dormitory'], point: ground.point(town.code) } })),
  ] },
  { register: 'relief-station-grade', rows: (ground): DemoRecord[] => [
    {
      division: ground.city, openedOn: '2012-03-20',
      values: { station: ground.link('relief-station', 0), subject: '市救助管理站创国家二级', grade: 'second', standardName: '演示：救助管理机构国家等级评定标准', appliedOn: '2012-03-20' },
      states: [{ state: 'given', on: '2013-01-15', values: { givenOn: '2013-01-15', validUntil: '2018-01-14', givenBy: '民政部' } }],
      entries: {
        checks: [{ on: '2012-04-10', values: { kind: 'self', score: '88', passed: true, by: '本站' } }, { on: '2012-09-18', values: { kind: 'site', score: '91.5', passed: true, by: '省民政厅评审组' } }, { on: '2014-05-20', values: { kind: 'again', score: '92', passed: true, by: '市民政局' } }],
        gaps: [{ on: '2012-04-10', values: { area: 'files', item: '个案档案一人一档', due: '2012-06-30', closedOn: '2012-06-20', isOpen: false } }],
      },
    },
    {
      division: ground.city, openedOn: '2014-04-08',
      values: { station: ground.link('relief-station', 1), subject: '市流浪未成年人救助保护中心创国家三级', grade: 'third', standardName: '演示：救助管理机构国家等级评定标准', appliedOn: '2014-04-08' },
      entries: {
        checks: [{ on: '2014-05-12', values: { kind: 'self', score: '79', passed: true, gaps: '活动用房面积、心理辅导人员', by: '本中心' } }],
        gaps: [{ on: '2014-05-12', values: { area: 'building', item: '活动用房面积', due: '2014-12-31', isOpen: true } }, { on: '2014-05-12', values: { area: 'staff', item: '心理辅导人员', due: '2014-09-30', closedOn: '2014-09-10', isOpen: false } }],
      },
    },
  ] },
];
