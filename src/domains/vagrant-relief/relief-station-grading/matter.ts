import { defineMatter } from '../../../kernel/contract/matter.ts';
import { vagrantReliefMeasures } from '../common/law.ts';
import { reliefStation, reliefStationGrade } from './register.ts';

/** 救助管理机构标准化与等级创建: the stations, and how far each is from the national grade it strives for. */
export const matter = defineMatter({
  id: 'relief-station-grading',
  title: '救助管理机构标准化与等级创建',
  law: [vagrantReliefMeasures('第二条')],
  registers: [reliefStation, reliefStationGrade],
  covers: ['S193'],
});
