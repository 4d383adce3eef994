import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { placeNameRegulation } from '../common/law.ts';

export const protectedPlaceName = defineRegister({
  id: 'protected-place-name', title: '地名保护名录', unit: '个', series: 'PM',
  purpose: '列入保护名录的老地名：哪一级、有什么来历、在哪里、立了标志没有；要改名，先过特别审查。',
  law: [placeNameRegulation('第二十五条')],
  name: 'name',
  key: ['name', 'division'],
  across: true,
  keepers: ['place-names-clerk'],
  fields: [
    { key: 'name', title: '标准名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 60, columns: ['地名', '名称'] },
    { key: 'listedName', title: '入册名称', kind: 'text', maxLength: 60, help: '列入名录时的名称；改名经特别审查后才跟着改' },
    { key: 'romanised', title: '罗马字母拼写', kind: 'text', listed: true, maxLength: 120 },
    { key: 'formerNames', title: '曾用名、别名', kind: 'text' },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'village', title: '古村落' }, { value: 'street', title: '街巷' }, { value: 'bridge', title: '桥梁渡口' }, { value: 'natural', title: '山水实体' }, { value: 'town', title: '古镇、圩市' }, { value: 'memorial', title: '纪念地' }, { value: 'other', title: '其他' }] },
    { key: 'grade', title: '保护级别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'nation', title: '国家级' }, { value: 'province', title: '省级' }, { value: 'city', title: '市级' }, { value: 'county', title: '区县（镇）级' }] },
    { key: 'since', title: '始见年代', kind: 'text', listed: true, columns: ['年代'] },
    { key: 'meaning', title: '含义', kind: 'text' },
    { key: 'history', title: '来历和沿革', kind: 'long-text', required: true, columns: ['历史沿革', '由来'] },
    { key: 'listedOn', title: '列入日期', kind: 'date' },
    { key: 'listingPaper', title: '公布文号', kind: 'text', maxLength: 60 },
    { key: 'signPlaced', title: '立有标志', kind: 'yes-no', required: true, counted: true },
    { key: 'signOn', title: '立标志日期', kind: 'date' },
    { key: 'newName', title: '拟改名称', kind: 'text', maxLength: 60 },
    { key: 'renameReason', title: '更名理由', kind: 'long-text' },
    { key: 'measures', title: '更名前的保护措施', kind: 'long-text', help: '老地名怎样留下来：标志、志书、派生地名' },
    { key: 'renamePaper', title: '更名批准文号', kind: 'text', maxLength: 60 },
    ...whereItIs, papers, note,
  ],
  states: {
    proposed: { title: '拟列入', before: true },
    listed: { title: '在册', from: ['proposed', 'reviewing'], needs: ['listedOn', 'listingPaper', 'listedName'] },
    reviewing: { title: '更名特别审查', from: ['listed'], needs: ['newName', 'renameReason'], law: placeNameRegulation('第二十五条') },
    renamed: { title: '已更名', from: ['reviewing'], needs: ['renamePaper', 'measures'], ends: true },
    removed: { title: '移出名录', from: ['listed'], ends: true },
    rejected: { title: '不列入', from: ['proposed'], ends: true },
  },
  subRecords: [
    {
      id: 'opinions', title: '论证意见', unit: '份', day: '日期', key: ['expert', 'about'],
      fields: [
        { key: 'about', title: '关于', kind: 'choice', required: true, options: [{ value: 'listing', title: '列入名录' }, { value: 'renaming', title: '更名' }] },
        { key: 'expert', title: '专家或单位', kind: 'text', required: true, maxLength: 60 },
        { key: 'stance', title: '意见', kind: 'choice', required: true, options: [{ value: 'agree', title: '同意' }, { value: 'against', title: '不同意' }] },
        { key: 'because', title: '理由', kind: 'text' },
      ],
      totals: [
        { key: 'listingAgreed', title: '同意列入', unit: '份', as: 'count', where: { about: 'listing', stance: 'agree' } },
        { key: 'renamingAgreed', title: '同意更名', unit: '份', as: 'count', where: { about: 'renaming', stance: 'agree' } },
        { key: 'renamingAgainst', title: '不同意更名', unit: '份', as: 'count', where: { about: 'renaming', stance: 'against' } }],
    },
    {
      id: 'care', title: '宣传与保护', unit: '次', day: '日期',
      fields: [{ key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'sign', title: '立标志' }, { value: 'book', title: '编纂' }, { value: 'show', title: '宣传展示' }, { value: 'check', title: '巡查' }] }, { key: 'did', title: '内容', kind: 'text' }],
      totals: [{ key: 'careTimes', title: '宣传与保护', unit: '次', as: 'count' }],
    },
  ],
  checks: [
    { id: 'not-by-the-way', title: '在册的名称不能顺手改', law: placeNameRegulation('第二十五条'), then: 'refuse', test: renamedByTheWay },
    { id: 'reviewed', title: '更名前特别审查', law: placeNameRegulation('第二十五条'), then: 'refuse', entering: ['renamed'], test: notReviewed },
    { id: 'another-name', title: '拟改名称与原名不同', then: 'refuse', test: ({ values }) => (values['newName'] !== undefined && values['newName'] === values['listedName'] ? '拟改名称与入册名称相同。' : undefined) },
    { id: 'sign-day', title: '立标志写日期', then: 'refuse', test: ({ values }) => (values['signPlaced'] === true && values['signOn'] === undefined ? '立有标志的，请写立标志日期。' : undefined) },
    { id: 'where', title: '位置没有写', then: 'warn', test: ({ values }) => (values['point'] === undefined ? '位置还没有写，地图上看不到。' : undefined) },
  ],
  reminders: [
    { id: 'reviewing', title: '更名特别审查满一个月', in: ['reviewing'], due: { standing: 30 } },
    { id: 'check', title: '满一年没有巡查、宣传', in: ['listed'], due: { entries: 'care', every: 12 } },
  ],
  counts: [
    { id: 'listed', title: '列入保护名录的地名', unit: '个', definition: '当日在册的，含正在更名审查的；可按保护级别、类别分', of: { what: 'stock' } },
    ...([['nation', '国家级'], ['province', '省级'], ['city', '市级'], ['county', '区县（镇）级']] as const).map(([grade, title]) => ({ id: `listed-${grade}`, title: `列入保护名录的地名：${title}`, unit: '个', of: { what: 'stock' as const, where: { grade } } })),
    { id: 'added', title: '当期列入', unit: '个', definition: '当期列入名录的，按列入日期', of: { what: 'dated', on: 'listedOn', states: ['listed', 'reviewing', 'renamed', 'removed'] } },
    { id: 'renamed', title: '当期更名', unit: '个', of: { what: 'ended', states: ['renamed'] } },
    { id: 'with-sign', title: '立标志率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '在册且立有标志的 ÷ 全部在册的', of: { what: 'stock', where: { signPlaced: true } }, over: { what: 'stock' } },
  ],
  targets: [{ id: 'listed', title: '计划列入', count: 'added' }],
  events: [
    { id: 'protected-rename', title: '保护名录里的地名要更名，命名更名审批先等特别审查', entering: ['reviewing'], to: 'S205' },
    { id: 'protected-renamed', title: '老地名已更名，导向标识要更换', entering: ['renamed'], to: 'S214' },
  ],
  covers: ['S210'],
});

/** Once listed, neither the name nor the name it was listed by is changed; a misspelling is a 更正 of both. */
function renamedByTheWay({ values, before, state }: RecordSeen): string | undefined {
  if ((state !== 'listed' && state !== 'reviewing') || values['listedName'] === undefined) return undefined;
  const renamed = before?.['listedName'] !== undefined && (before['listedName'] !== values['listedName'] || before['name'] !== values['name']);
  return renamed || values['name'] !== values['listedName'] ? '列入保护名录的地名要改名，先转入“更名特别审查”，写拟改名称。' : undefined;
}

function notReviewed({ totals }: RecordSeen): string | undefined {
  const [agreed, against] = [Number(totals['renamingAgreed'] ?? 0), Number(totals['renamingAgainst'] ?? 0)];
  if (agreed + against === 0) return '还没有关于更名的论证意见，不能记为已更名。';
  return agreed > against ? undefined : `论证意见同意的 ${agreed} 份，不同意的 ${against} 份，不能记为已更名；维持原名的，转回“在册”。`;
}
