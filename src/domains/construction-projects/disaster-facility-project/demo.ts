import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { money, papersOf, passed, problem } from '../common/demo.ts';

/** The city's centre not begun, a warehouse handed over this year, two of towns on the way. */
export const records: readonly DemoRecords[] = [{ register: 'disaster-facility-project', rows }];

const steps = ['approval', 'planning', 'construction-permit', 'start-order'];

function rows(ground: DemoGround): DemoRecord[] {
  return [
    {
      division: ground.city, openedOn: '2014-01-16',
      values: { name: '市救灾物资储备中心', planYear: 2014, important: true, store: 'centre', shared: false, cityShare: 2_600_000_000, districtShare: 0, budget: 2_600_000_000, storeArea: '3500', capacity: 60000, stepsNeeded: steps, approvedPlanned: '2014-12-15', startedPlanned: '2015-06-30', completedPlanned: '2016-06-30', acceptedPlanned: '2016-09-30', point: ground.point(ground.city) },
    },
    {
      division: ground.city, openedOn: '2012-03-02',
      values: { name: '市救灾物资储备仓库扩建', planYear: 2012, important: true, store: 'warehouse', shared: false, cityShare: 480_000_000, districtShare: 0, budget: 480_000_000, storeArea: '1200', capacity: 20000, stepsNeeded: steps, approvedPlanned: '2012-08-31', startedPlanned: '2013-05-31', completedPlanned: '2014-03-31', acceptedPlanned: '2014-05-31' },
      states: [{ state: 'approved', on: '2012-08-20', values: { approvedActual: '2012-08-20' } }, { state: 'started', on: '2013-05-28', values: { startedActual: '2013-05-28' } }, { state: 'completed', on: '2014-04-10', values: { completedActual: '2014-04-10', delayReason: '屋面防水返工' } }, { state: 'accepted', on: '2014-05-22', values: { acceptedActual: '2014-05-22' } }],
      entries: { preparation: papersOf('087', '2012-08-20', '2013-05-28'), acceptance: [passed('2014-05-15', '市质量监督站')], funds: [money('granted', 'city', '2013-03-12', 4_000_000), money('paid', 'city', '2014-06-18', 3_910_000)] },
    },
    ...ground.towns.slice(5, 7).map((town, at): DemoRecord => ({
      division: town.code, openedOn: `2013-0${3 + at}-11`,
      values: { name: `${town.name}救灾物资储备仓库`, planYear: 2013, important: false, store: 'warehouse', shared: true, cityShare: 90_000_000, districtShare: 60_000_000, budget: 150_000_000, storeArea: '320', capacity: 4000, stepsNeeded: steps, approvedPlanned: '2013-10-31', startedPlanned: '2014-05-31', completedPlanned: at === 0 ? '2014-12-20' : '2014-09-30', acceptedPlanned: '2015-01-31', point: ground.point(town.code) },
      states: [{ state: 'approved', on: '2013-10-22', values: { approvedActual: '2013-10-22' } }, { state: 'started', on: '2014-05-19', values: { startedActual: '2014-05-19' } }],
      entries: { preparation: papersOf(`16${at}`, '2013-10-22', '2014-05-19'), funds: [money('granted', 'city', '2014-04-02', 900_000), money('granted', 'district', '2014-04-20', 400_000), money('paid', 'city', '2014-08-26', 520_000)], ...(at === 1 ? { problems: [problem('2014-09-15', 'contractor', '施工单位更换项目经理，进度落后', false, { delayDays: 25 })] } : {}) },
    })),
  ];
}
