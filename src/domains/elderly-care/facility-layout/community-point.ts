import { defineRegister } from '../../../kernel/contract/register.ts';
import { note } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';

/** 测算点: from where the way to the next home is measured in a community, and for how many old people. The division data have no coordinates: each is entered once, or imported. */
export const communityPoint = defineRegister({
  id: 'community-point', title: '村（社区）测算点', unit: '个', series: 'BJD',
  purpose: '每个村（社区）从哪一点量到最近的养老设施、有多少老年人。区划数据里没有位置，这里登记一次，服务半径的缺口就算得出来。',
  law: [elderRightsLaw('第四十条')],
  holder: { kind: 'division' },
  key: ['division'],
  fields: [
    { key: 'point', title: '测算点', kind: 'place', required: true, columns: ['经纬度', '位置', '坐标'], help: '经度、纬度；与地块用同一种坐标' },
    { key: 'basis', title: '取在哪里', kind: 'choice', listed: true, counted: true, options: [{ value: 'office', title: '村（居）委会' }, { value: 'middle', title: '居住中心' }, { value: 'other', title: '其他' }] },
    { key: 'elders', title: '60岁以上老年人', kind: 'integer', unit: '人', required: true, listed: true, min: 0, columns: ['老年人口', '60岁以上人数'] },
    { key: 'countedOn', title: '统计日期', kind: 'date', required: true, listed: true, columns: ['统计时间'] },
    note,
  ],
  states: { used: { title: '在用' }, dropped: { title: '停用', ends: true } },
  counts: [
    { id: 'communities', title: '有测算点的村（社区）', unit: '个', of: { what: 'stock' } },
    { id: 'village-coverage', title: '测算点覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '有测算点的村（居）数 ÷ 全部村（居）数', of: { what: 'stock', distinct: 'village' }, over: { what: 'stock', divisions: 'village' } },
    { id: 'elders', title: '测算点内老年人', unit: '人', of: { what: 'stock', sum: 'elders' } },
  ],
  expected: { every: 'village', title: '还没有测算点的村（居），量不出缺口' },
  covers: ['S059'],
});
