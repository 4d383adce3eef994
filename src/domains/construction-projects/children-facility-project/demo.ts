import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { money, papersOf, passed, problem } from '../common/demo.ts';

/** Three houses: one in use, one under its roof and late, one that did not start in its year. */
export const records: readonly DemoRecords[] = [{ register: 'children-facility-project', rows }];

const steps = ['approval', 'planning', 'construction-permit', 'start-order'];

function rows(ground: DemoGround): DemoRecord[] {
  return [
    {
      division: ground.city, openedOn: '2010-03-01',
      values: { name: '市儿童福利院康复楼', planYear: 2011, important: true, house: 'rehabilitation', beds: 60, floorArea: '3100', budget: 860_000_000, stepsNeeded: steps, approvedPlanned: '2010-06-30', startedPlanned: '2011-03-01', toppedPlanned: '2011-12-31', completedPlanned: '2012-06-30', openedPlanned: '2012-09-01' },
      states: [{ state: 'approved', on: '2010-06-11', values: { approvedActual: '2010-06-11' } }, { state: 'started', on: '2011-03-08', values: { startedActual: '2011-03-08' } }, { state: 'topped', on: '2011-12-20', values: { toppedActual: '2011-12-20' } }, { state: 'completed', on: '2012-06-25', values: { completedActual: '2012-06-25' } }, { state: 'opened', on: '2012-09-03', values: { openedActual: '2012-09-03', bedsInUse: 60 } }],
      entries: { preparation: papersOf('033', '2010-06-11', '2011-03-08'), acceptance: [passed('2012-06-25', '市质量监督站')], funds: [money('granted', 'city', '2010-12-01', 8_600_000), money('paid', 'city', '2012-07-20', 8_430_000)] },
    },
    {
      division: ground.city, openedOn: '2012-11-05',
      values: { name: '市社会福利院儿童大楼', planYear: 2013, important: true, house: 'children-building', beds: 150, floorArea: '7800', budget: 3_200_000_000, stepsNeeded: steps, approvedPlanned: '2012-12-31', startedPlanned: '2013-08-01', toppedPlanned: '2014-08-31', completedPlanned: '2014-12-31', openedPlanned: '2015-03-31', point: ground.point(ground.city) },
      states: [{ state: 'approved', on: '2012-12-18', values: { approvedActual: '2012-12-18' } }, { state: 'started', on: '2013-08-20', values: { startedActual: '2013-08-20' } }, { state: 'topped', on: '2014-10-28', values: { toppedActual: '2014-10-28' } }],
      entries: { preparation: papersOf('118', '2012-12-18', '2013-08-20'), funds: [money('granted', 'city', '2013-04-10', 16_000_000), money('granted', 'lottery', '2014-04-15', 8_000_000), money('paid', 'city', '2014-06-12', 13_700_000)], problems: [problem('2014-03-20', 'design', '加设电梯，改结构图', true, { delayDays: 35, measure: '重新送审后复工' }), problem('2014-06-05', 'weather', '台风暴雨停工', true, { delayDays: 14 })], reports: [{ on: '2014-10-30', values: { paper: '前三季度工作小结', stage: 'completed', saidOn: '2014-12-31', asDone: true, words: '大楼于2014年12月底竣工' } }] },
    },
    {
      division: ground.city, openedOn: '2013-01-22',
      values: { name: '市第二福利院', planYear: 2013, important: true, house: 'welfare-institution', beds: 300, floorArea: '18500', budget: 9_600_000_000, stepsNeeded: steps, approvedPlanned: '2013-06-30', startedPlanned: '2013-12-20', toppedPlanned: '2015-03-31', completedPlanned: '2015-12-31', openedPlanned: '2016-06-01', delayReason: '选址调整，用地手续重办' },
      states: [{ state: 'approved', on: '2013-09-12', values: { approvedActual: '2013-09-12' } }],
      entries: { preparation: papersOf('142', '2013-09-12'), funds: [money('granted', 'city', '2014-03-25', 6_000_000)], problems: [problem('2013-11-15', 'land', '原选址规划调整', false, { delayDays: 240 })] },
    },
  ];
}
