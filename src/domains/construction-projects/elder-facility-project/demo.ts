import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { money, papersOf, passed, problem } from '../common/demo.ts';

/** 中山 2014: two houses of the city, three of towns; one is open, one is late because of its land. */
export const records: readonly DemoRecords[] = [{ register: 'elder-facility-project', rows }];

const steps = ['approval', 'planning', 'construction-permit', 'start-order'];

function rows(ground: DemoGround): DemoRecord[] {
  const towns = ground.towns.slice(2, 5);
  return [
    {
      division: ground.city, openedOn: '2012-01-10',
      values: { name: '市第二老人院', planYear: 2012, important: true, level: 'city', works: 'new', beds: 600, startBy: '2013-10-01', floorArea: '32000', budget: 18_000_000_000, stepsNeeded: steps, approvedPlanned: '2012-06-30', startedPlanned: '2013-09-30', toppedPlanned: '2014-09-30', completedPlanned: '2015-06-30', openedPlanned: '2015-10-01', address: '城区东部', point: ground.point(ground.city) },
      states: [{ state: 'approved', on: '2012-06-18', values: { approvedActual: '2012-06-18' } }, { state: 'started', on: '2013-09-26', values: { startedActual: '2013-09-26' } }, { state: 'topped', on: '2014-10-12', values: { toppedActual: '2014-10-12' } }],
      entries: { preparation: papersOf('101', '2012-06-18', '2013-09-26'), funds: [money('granted', 'city', '2013-03-20', 60_000_000), money('granted', 'lottery', '2014-03-18', 20_000_000), money('paid', 'city', '2014-01-15', 41_500_000), money('paid', 'city', '2014-09-10', 22_000_000)], problems: [problem('2014-05-16', 'weather', '连续暴雨，地下室停工', true, { delayDays: 12, measure: '增加夜班，调整工序' })] },
    },
    {
      division: ground.city, openedOn: '2011-02-15',
      values: { name: '市福利院老人楼改建', planYear: 2011, important: false, level: 'city', works: 'rebuilding', beds: 120, floorArea: '4600', budget: 1_260_000_000, stepsNeeded: steps, approvedPlanned: '2011-05-31', startedPlanned: '2012-03-01', completedPlanned: '2013-06-30', openedPlanned: '2013-09-01' },
      states: [{ state: 'approved', on: '2011-05-20', values: { approvedActual: '2011-05-20' } }, { state: 'started', on: '2012-03-12', values: { startedActual: '2012-03-12' } }, { state: 'completed', on: '2013-07-08', values: { completedActual: '2013-07-08', delayReason: '消防整改' } }, { state: 'opened', on: '2013-09-28', values: { openedActual: '2013-09-28', bedsInUse: 116 } }],
      entries: { preparation: papersOf('064', '2011-05-20', '2012-03-12'), acceptance: [passed('2013-07-08', '市质量监督站')], funds: [money('granted', 'city', '2012-02-20', 12_000_000), money('paid', 'city', '2013-08-20', 11_400_000)] },
    },
    ...towns.map((town, at): DemoRecord => ({
      division: town.code, openedOn: `2013-0${at + 1}-20`,
      values: { name: `${town.name}敬老院扩建`, planYear: 2014, important: at < 2, level: 'town', works: 'extension', beds: 80 + at * 20, startBy: at === 0 ? '2014-10-01' : '2014-12-20', floorArea: String(2600 + at * 450), budget: 900_000_000 + at * 120_000_000, stepsNeeded: steps, approvedPlanned: '2013-12-31', startedPlanned: at === 0 ? '2014-09-30' : '2014-12-01', completedPlanned: '2015-10-31', openedPlanned: '2015-12-31', point: ground.point(town.code), address: `${town.name}敬老院旁` },
      states: [{ state: 'approved', on: '2013-12-10', values: { approvedActual: '2013-12-10' } }, ...(at === 1 ? [{ state: 'started', on: '2014-08-18', values: { startedActual: '2014-08-18' } }] : [])],
      entries: { preparation: papersOf(`2${at}0`, '2013-12-10', at === 1 ? '2014-08-18' : undefined), funds: [money('granted', 'city', '2014-03-12', 2_000_000)], ...(at === 0 ? { problems: [problem('2014-07-02', 'land', '用地涉及两户未签补偿协议', false)] } : {}) },
    })),
  ];
}
