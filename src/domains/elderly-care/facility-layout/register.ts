import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { project } from '../../../kernel/records/shapes/project.ts';
import { note, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';
import { notAhead } from '../common/not-ahead.ts';

const works = project({ supplied: '供地', started: '动工', completed: '竣工', opened: '投用' }, 60);
const standing = (title: string, from: readonly string[], needs: readonly string[]) => ({ title, from, needs });

/** Metres from the middle of a community to the nearest home, beyond the radius the plan promises. */
export function beyondRadius({ values }: Pick<RecordSeen, 'values'>): number | undefined {
  const [nearest, radius] = [values['nearest'], values['radius']];
  return typeof nearest === 'number' && typeof radius === 'number' && nearest > radius ? nearest - radius : undefined;
}

/** Without a point and a radius nobody can say whom a home on the plot would serve. */
export function placedWithRadius({ values }: Pick<RecordSeen, 'values'>): string | undefined {
  const lacking = [...(values['point'] === undefined ? ['位置'] : []), ...(values['serviceRadius'] === undefined ? ['服务半径'] : [])];
  return lacking.length === 0 ? undefined : `还没有${lacking.join('和')}，算不出服务到哪些村（社区）。`;
}

/** 规划地块: land the layout plan keeps for elder care, from the plan to the opened house. Every plot in the plan is in the stock. */
export const carePlot = defineRegister({
  id: 'care-plot', title: '养老设施规划地块', unit: '处', series: 'BJ',
  purpose: '布局规划留给养老设施的每块地：在哪里、多大、规划几张床，供地动工到哪一步，有没有被改作他用。',
  law: [elderRightsLaw('第四十条')],
  name: 'name',
  key: ['plotNumber'],
  // a home serves across the border of its town: whoever measures must see them all
  across: true,
  fields: [
    { key: 'name', title: '地块名称', kind: 'text', required: true, listed: true, searched: true, columns: ['选址', '项目名称'] },
    { key: 'plotNumber', title: '地块编号', kind: 'text', required: true, indexed: true, maxLength: 40, columns: ['编号'] },
    { key: 'plan', title: '所依规划', kind: 'link', to: 'policy-document' },
    { key: 'planName', title: '规划名称', kind: 'text', required: true, columns: ['规划'] },
    { key: 'hectares', title: '用地面积', kind: 'number', unit: '公顷', decimals: 4, required: true, listed: true, min: 0, columns: ['面积（公顷）', '占地面积'] },
    { key: 'plannedBeds', title: '规划床位', kind: 'integer', unit: '张', required: true, listed: true, min: 0, columns: ['床位数'] },
    { key: 'facilityKind', title: '设施类别', kind: 'choice', required: true, counted: true, options: [{ value: 'city', title: '市级养老院' }, { value: 'district', title: '区级养老院' }, { value: 'town', title: '镇街养老院' }, { value: 'community', title: '社区养老设施' }] },
    { key: 'supply', title: '供地方式', kind: 'choice', listed: true, counted: true, options: [{ value: 'allotted', title: '划拨' }, { value: 'sold', title: '出让' }, { value: 'leased', title: '租赁' }, { value: 'collective', title: '集体建设用地' }, { value: 'undecided', title: '未定' }] },
    { key: 'landUse', title: '现状用途', kind: 'text' },
    { key: 'serviceRadius', title: '服务半径', kind: 'integer', unit: '米', min: 0 },
    { key: 'builtBeds', title: '建成床位', kind: 'integer', unit: '张', min: 0 },
    { key: 'removedBecause', title: '调出原因', kind: 'long-text', help: '改作他用的，写依据的规划程序和文号' },
    { key: 'facility', title: '建成的设施', kind: 'link', to: 'facility' },
    ...works.fields, ...whereItIs, papers, note,
  ],
  states: {
    planned: { title: '已入规划' },
    supplied: standing('已供地', ['planned'], ['suppliedActual', 'supply']),
    started: standing('已动工', ['planned', 'supplied'], ['startedActual']),
    completed: standing('已竣工', ['started'], ['completedActual', 'builtBeds']),
    opened: standing('已投用', ['completed'], ['openedActual', 'builtBeds']),
    cancelled: { title: '调出规划', ends: true, from: ['planned', 'supplied'], needs: ['removedBecause'], law: elderRightsLaw('第四十条') },
  },
  subRecords: works.subRecords,
  derived: [...(works.derived ?? []), { key: 'areaPerBed', title: '每床用地', kind: 'number', unit: '平方米', value: ({ values }) => (Number(values['plannedBeds']) > 0 ? Math.round((Number(values['hectares']) * 10_000) / Number(values['plannedBeds'])) : undefined) }],
  checks: [
    ...(works.checks ?? []),
    { id: 'fewer-beds', title: '建成床位不少于规划', then: 'warn', test: { left: 'builtBeds', is: '>=', right: 'plannedBeds', sentence: '建成床位少于规划床位。' } },
    { id: 'on-the-map', title: '地块落图，有服务半径', then: 'warn', test: placedWithRadius },
    notAhead({ suppliedActual: '实际供地日期', startedActual: '实际动工日期', completedActual: '实际竣工日期', openedActual: '实际投用日期' }),
  ],
  reminders: works.reminders ?? [],
  counts: [
    { id: 'plots', title: '养老设施规划选址地块数', unit: '处', definition: '规划里的地块，没有调出的，不论建到哪一步', of: { what: 'stock' }, figures: ['gz2014-023'] },
    { id: 'hectares', title: '养老设施规划用地面积', unit: '公顷', rounding: { decimals: 2 }, of: { what: 'stock', sum: 'hectares' }, figures: ['gz2014-024'] },
    { id: 'planned-beds', title: '规划床位', unit: '张', of: { what: 'stock', sum: 'plannedBeds' } },
    { id: 'built', title: '已建成地块', unit: '处', of: { what: 'stock', states: ['completed', 'opened'] } },
    { id: 'built-in-period', title: '当期建成地块', unit: '处', definition: '按实际竣工日期', of: { what: 'dated', on: 'completedActual' } },
    { id: 'built-beds', title: '建成床位', unit: '张', of: { what: 'stock', states: ['completed', 'opened'], sum: 'builtBeds' } },
    { id: 'towns-planned', title: '有规划地块的镇街占全部镇街', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '有规划地块的镇街数 ÷ 全部镇街数', of: { what: 'stock', distinct: 'town' }, over: { what: 'stock', divisions: 'town' } },
    { id: 'built-share', title: '规划实施率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '已竣工、已投用的地块 ÷ 规划地块', of: { what: 'stock', states: ['completed', 'opened'] }, over: { what: 'stock' } },
    { id: 'supplied-hectares', title: '已供地面积', unit: '公顷', rounding: { decimals: 2 }, of: { what: 'stock', states: ['supplied', 'started', 'completed', 'opened'], sum: 'hectares' } },
  ],
  targets: [{ id: 'built', title: '计划建成地块', count: 'built' }, { id: 'planned-beds', title: '规划床位目标', count: 'planned-beds' }],
  expected: { every: 'town', title: '没有规划养老地块的镇街' },
  covers: ['S059'],
});

/** 服务半径缺口: a community whose old people are too far from any home, until a plot is found or a home opened. */
export const serviceRadiusGap = defineRegister({
  id: 'service-radius-gap', title: '养老设施服务半径缺口', unit: '处', series: 'BJQ',
  purpose: '哪些社区离最近的养老设施超出服务半径，有多少老年人，靠哪块地补上。',
  law: [elderRightsLaw('第四十条')],
  holder: { kind: 'division' },
  name: 'community',
  key: ['division'],
  fields: [
    { key: 'community', title: '村（社区）', kind: 'text', required: true, listed: true, searched: true },
    { key: 'elders', title: '60岁以上老年人', kind: 'integer', unit: '人', required: true, listed: true, min: 0 },
    { key: 'nearest', title: '最近设施距离', kind: 'integer', unit: '米', required: true, listed: true, min: 0 },
    { key: 'radius', title: '规划服务半径', kind: 'integer', unit: '米', required: true, min: 1 },
    { key: 'measuredOn', title: '测算日期', kind: 'date', required: true },
    { key: 'plot', title: '补缺地块', kind: 'link', to: 'care-plot', listed: true },
    { key: 'coveredOn', title: '补上日期', kind: 'date' },
    note,
  ],
  states: {
    gap: { title: '缺口' },
    planned: { title: '已有地块', from: ['gap'], needs: ['plot'] },
    covered: { title: '已补上', ends: true, from: ['gap', 'planned'], needs: ['coveredOn'] },
  },
  derived: [{ key: 'beyond', title: '超出', kind: 'integer', unit: '米', value: beyondRadius }],
  checks: [{ id: 'is-gap', title: '距离超出半径才是缺口', then: 'refuse', test: { left: 'nearest', is: '>', right: 'radius', sentence: '最近设施在服务半径以内，不是缺口。' } }],
  reminders: [{ id: 'no-plot', title: '缺口满半年还没有地块', in: ['gap'], due: { standing: 180 } }],
  counts: [
    { id: 'gaps', title: '服务半径缺口', unit: '处', of: { what: 'stock' } },
    { id: 'unplanned', title: '没有地块的缺口', unit: '处', of: { what: 'stock', states: ['gap'] } },
    { id: 'elders', title: '缺口内老年人', unit: '人', of: { what: 'stock', sum: 'elders' } },
    { id: 'covered', title: '当期补上', unit: '处', of: { what: 'ended' } },
  ],
  covers: ['S059'],
});
