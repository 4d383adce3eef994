import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { money, papersOf, passed, problem } from '../common/demo.ts';

/** 中山 2014: the parlour's extension begun, a columbarium in use, two that wait for land. */
export const records: readonly DemoRecords[] = [{ register: 'funeral-facility-project', rows }];

const steps = ['approval', 'land-grant', 'planning', 'environment', 'construction-permit', 'start-order'];

function rows(ground: DemoGround): DemoRecord[] {
  const [first, second] = [ground.towns[8], ground.towns[11]];
  return [
    {
      division: ground.city, openedOn: '2013-02-18',
      values: { name: '市殡仪馆改扩建工程', planYear: 2014, important: true, house: 'funeral-parlour', works: 'extension', funeralApproval: '中府办复〔2013〕88号', landPaper: '国土批字〔2013〕41号', plannedCapacity: '火化炉 4 台、告别厅 3 间', floorArea: '9200', budget: 7_800_000_000, stepsNeeded: steps, approvedPlanned: '2013-09-30', startedPlanned: '2014-09-30', toppedPlanned: '2015-06-30', completedPlanned: '2015-12-31', openedPlanned: '2016-03-15', point: ground.point(ground.city) },
      states: [{ state: 'approved', on: '2013-10-15', values: { approvedActual: '2013-10-15' } }, { state: 'started', on: '2014-10-08', values: { startedActual: '2014-10-08' } }],
      entries: { preparation: papersOf('155', '2013-10-15', '2014-10-08'), funds: [money('granted', 'city', '2014-03-20', 18_000_000), money('paid', 'city', '2014-10-24', 5_600_000)], problems: [problem('2014-06-18', 'neighbours', '周边村民担心烟气，要求公开环评', true, { measure: '入村说明，环评全文公开', delayDays: 20 })] },
    },
    {
      division: first?.code ?? ground.city, openedOn: '2011-05-09',
      values: { name: `${first?.name ?? '市'}公益性骨灰楼`, planYear: 2011, important: false, house: 'columbarium', works: 'new', funeralApproval: '中民复〔2011〕26号', landPaper: '国土批字〔2011〕73号', plannedCapacity: '格位 12000 个', floorArea: '2400', budget: 620_000_000, stepsNeeded: steps, approvedPlanned: '2011-12-31', startedPlanned: '2011-12-20', completedPlanned: '2013-02-28', openedPlanned: '2013-04-01' },
      states: [{ state: 'approved', on: '2011-09-16', values: { approvedActual: '2011-09-16' } }, { state: 'started', on: '2011-12-12', values: { startedActual: '2011-12-12' } }, { state: 'completed', on: '2013-02-20', values: { completedActual: '2013-02-20' } }, { state: 'opened', on: '2013-03-28', values: { openedActual: '2013-03-28', niches: 12000 } }],
      entries: { preparation: papersOf('058', '2011-09-16', '2011-12-12'), acceptance: [passed('2013-02-20', '市质量监督站')], funds: [money('granted', 'lottery', '2012-05-10', 3_000_000), money('paid', 'lottery', '2013-05-16', 2_960_000)] },
    },
    {
      division: second?.code ?? ground.city, openedOn: '2013-07-24',
      values: { name: '新回民公墓', planYear: 2014, important: false, house: 'hui-cemetery', works: 'move', plannedCapacity: '墓穴 800 穴', landArea: '13300', stepsNeeded: steps, approvedPlanned: '2014-06-30', startedPlanned: '2014-12-20', delayReason: '选址两次，用地指标未落实' },
      entries: { problems: [problem('2014-04-21', 'land', '首选地块涉及基本农田，另行选址', false, { delayDays: 120 })] },
    },
    {
      division: ground.city, openedOn: '2014-02-27',
      values: { name: '市第二思园', planYear: 2014, important: true, house: 'memorial-garden', works: 'new', plannedCapacity: '格位 30000 个', stepsNeeded: steps, budget: 5_400_000_000, approvedPlanned: '2014-10-31', startedPlanned: '2015-03-31', completedPlanned: '2016-12-31' },
      entries: { problems: [problem('2014-09-03', 'approval', '规划选址意见未批', false)] },
    },
  ];
}
