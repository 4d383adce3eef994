import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { money, paperOf, papersOf, passed } from '../common/demo.ts';

/** A station in its preliminary work, a park being enlarged, a memorial repaired and open. */
export const records: readonly DemoRecords[] = [{ register: 'military-facility-project', rows }];

const steps = ['approval', 'planning', 'construction-permit', 'start-order'];

function rows(ground: DemoGround): DemoRecord[] {
  return [
    {
      division: ground.city, openedOn: '2014-01-20',
      values: { name: '市军供站迁建', planYear: 2014, important: true, house: 'supply-station', works: 'new', budget: 3_600_000_000, stepsNeeded: ['feasibility', 'land-preview', ...steps], preliminaryPlanned: '2014-06-30', approvedPlanned: '2014-12-10', startedPlanned: '2015-08-31', completedPlanned: '2016-12-31', openedPlanned: '2017-03-31' },
      states: [{ state: 'preliminary', on: '2014-06-20', values: { preliminaryActual: '2014-06-20' } }],
      entries: { preparation: [paperOf('feasibility', '2014-08-12', '发改投审〔2014〕96号', '市发展和改革局'), paperOf('land-preview', '2014-09-25', '国土预审〔2014〕30号', '市国土资源局')], funds: [money('granted', 'city', '2014-04-15', 800_000), money('paid', 'city', '2014-09-12', 460_000)] },
    },
    {
      division: ground.city, openedOn: '2012-09-10',
      values: { name: '市烈士陵园扩建', planYear: 2013, important: true, house: 'martyrs-park', works: 'extension', grade: 'city', budget: 1_800_000_000, landArea: '21000', stepsNeeded: steps, preliminaryPlanned: '2012-12-31', approvedPlanned: '2013-05-31', startedPlanned: '2013-12-31', completedPlanned: '2015-06-30', openedPlanned: '2015-09-01', point: ground.point(ground.city) },
      states: [{ state: 'preliminary', on: '2012-12-20', values: { preliminaryActual: '2012-12-20' } }, { state: 'approved', on: '2013-05-16', values: { approvedActual: '2013-05-16' } }, { state: 'started', on: '2013-12-18', values: { startedActual: '2013-12-18' } }],
      entries: { preparation: papersOf('121', '2013-05-16', '2013-12-18'), funds: [money('granted', 'city', '2013-06-20', 6_000_000), money('granted', 'city', '2014-03-28', 7_000_000), money('paid', 'city', '2014-02-18', 3_200_000), money('paid', 'city', '2014-08-05', 5_100_000)] },
    },
    {
      division: ground.towns[13]?.code ?? ground.city, openedOn: '2013-03-05',
      values: { name: '革命烈士纪念碑维修', planYear: 2013, important: false, house: 'memorial', works: 'repair', grade: 'ungraded', budget: 58_000_000, memorialArea: '680', stepsNeeded: steps, preliminaryPlanned: '2013-04-30', approvedPlanned: '2013-06-30', startedPlanned: '2013-09-30', completedPlanned: '2014-03-20', openedPlanned: '2014-04-01' },
      states: [{ state: 'preliminary', on: '2013-04-22', values: { preliminaryActual: '2013-04-22' } }, { state: 'approved', on: '2013-06-18', values: { approvedActual: '2013-06-18' } }, { state: 'started', on: '2013-09-24', values: { startedActual: '2013-09-24' } }, { state: 'completed', on: '2014-03-12', values: { completedActual: '2014-03-12' } }, { state: 'opened', on: '2014-03-28', values: { openedActual: '2014-03-28', place: ground.link('memorial-site', 1) } }],
      entries: { preparation: papersOf('131', '2013-06-18', '2013-09-24'), acceptance: [passed('2014-03-14', '市质量监督站')], funds: [money('granted', 'city', '2013-07-10', 580_000), money('paid', 'city', '2014-04-16', 561_000)] },
    },
  ];
}
