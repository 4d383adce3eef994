import { defineRegister, type Count, type CountOf, type RecordSeen } from '../../../kernel/contract/register.ts';
import { title } from '../../../kernel/records/shapes/title.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { businessLines } from '../common/business-lines.ts';
import { givenBefore, inARow, runAsKnown } from './in-a-row.ts';

const shape = title(180);

/** 首次, 连续第几次, 再次, where the register does not know the time before: the number is written, with what it rests on. */
export const runIsWhole = (seen: Pick<RecordSeen, 'values' | 'alongside'>): string | undefined => {
  const { run, consecutive: times, previous, evidence } = seen.values;
  if (givenBefore(seen).length > 0) return undefined;
  const grounded = previous !== undefined || evidence !== undefined;
  if (run === 'consecutive') return typeof times === 'number' && times >= 2 && grounded ? undefined : '本台账里没有上一次：连续获得要写连续第几次（2 以上），并链接上一次的称号或写出处。';
  if (run === 'again') return grounded ? undefined : '本台账里没有以前的：再次获得要链接以前的称号或写出处。';
  return typeof times === 'number' && times > 1 ? '首次获得的，连续次数只能是 1。' : undefined;
};

/** 首创 claims a place in an order; 首批 the batch: neither is believed without what it rests on. */
export const claimHasGround = ({ values }: Pick<RecordSeen, 'values'>): string | undefined => {
  if (values['kind'] === 'first' && typeof values['place'] !== 'number') return '首创要写位次（首个写 1）。';
  if (values['kind'] === 'first' && values['basis'] === undefined && values['evidence'] === undefined) return '首创的说法要有依据：链接政策文件，或写出处。';
  return values['kind'] === 'pilot' && typeof values['batch'] !== 'number' ? '试点没有写批次；不分批的写 1。' : undefined;
};

const first = (level: string): CountOf => ({ what: 'opened', where: { kind: 'first', level } });
const firsts = (level: string, words: string, figures: readonly string[]): Count => ({ id: `first-${level}`, title: `首创位次（${words}）`, unit: '位次', of: { ...first(level), sum: 'place' }, over: first(level), rounding: { decimals: 0 }, definition: `当期登记的${words}首创，位次合计 ÷ 件数；只有一件或都是首个时就是那个位次，按业务看`, figures });

/** Titles are opened by the day they were given; 申报 is not counted yet. */
const batched: CountOf = { what: 'opened', where: { kind: ['pilot', 'demonstration'], level: 'national', batch: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] } };

export const honour = defineRegister({
  id: 'honour', title: '荣誉称号、试点示范与首创', unit: '项', series: 'SR',
  purpose: '得了什么称号、哪一级、谁授予、第几次、有效到哪天；哪些试点是第几批，哪些做法是全国、全省首个。',
  name: 'name',
  holder: { kind: 'person', title: '获得人（个人荣誉）', optional: true },
  key: ['name', 'holderName', 'givenOn'],
  fields: [
    { key: 'name', title: '称号', kind: 'text', required: true, listed: true, searched: true, maxLength: 200, columns: ['荣誉名称', '奖项', '称号名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'title', title: '荣誉称号' }, { value: 'award', title: '奖项' }, { value: 'pilot', title: '试点' }, { value: 'demonstration', title: '示范' }, { value: 'first', title: '首创' }] },
    { key: 'level', title: '级别（范围）', kind: 'choice', required: true, listed: true, counted: true, columns: ['级别', '等级'], options: [{ value: 'national', title: '全国' }, { value: 'provincial', title: '全省' }, { value: 'city', title: '全市' }, { value: 'county', title: '全区县' }] },
    { key: 'line', title: '业务', kind: 'choice', required: true, counted: true, options: businessLines },
    { key: 'holderName', title: '获得者', kind: 'text', required: true, listed: true, columns: ['获奖单位', '获得单位', '授予对象'], help: '如：中山市、市慈善总会' },
    organisation('获得单位', false),
    ...shape.fields,
    { key: 'run', title: '次第', kind: 'choice', required: true, counted: true, options: [{ value: 'first-time', title: '首次' }, { value: 'consecutive', title: '连续' }, { value: 'again', title: '再次' }] },
    { key: 'consecutive', title: '连续第几次（授予文件写的）', kind: 'integer', min: 1, columns: ['连续次数', '连续第几次'], help: '本台账里有上一次的可以不写，会算出来；写了要对得上' },
    { key: 'cycleYears', title: '几年评一次', kind: 'integer', unit: '年', min: 1, max: 10, help: '每年评的不写；中间缺一次评选就不算连续' },
    { key: 'previous', title: '上一次', kind: 'link', to: 'honour', help: '称号或获得者改过名的写' },
    { key: 'batch', title: '第几批', kind: 'integer', min: 1, columns: ['批次'], help: '首批写 1' },
    { key: 'place', title: '位次', kind: 'integer', min: 1, help: '首个、第一家写 1' },
    { key: 'basis', title: '相关政策文件', kind: 'link', to: 'policy-document' },
    { key: 'evidence', title: '出处、依据', kind: 'long-text', columns: ['备注说明'] },
    papers, note,
  ],
  states: shape.states, subRecords: shape.subRecords, reminders: shape.reminders,
  alongside: { same: ['name', 'holderName'], order: 'givenOn' },
  derived: [
    { key: 'inARow', title: '连续第几次', kind: 'integer', unit: '次', listed: true, value: (seen) => (typeof seen.values['givenOn'] === 'string' ? inARow(seen, givenBefore(seen)) : undefined) },
    { key: 'timesKnown', title: '本台账里第几次', kind: 'integer', unit: '次', value: (seen) => (typeof seen.values['givenOn'] === 'string' ? givenBefore(seen).length + 1 : undefined) },
    { key: 'daysLeft', title: '有效期剩余', kind: 'integer', unit: '天', value: { daysUntil: 'validUntil' } },
  ],
  checks: [
    { id: 'run-is-whole', title: '连续次数与上一次对应', then: 'refuse', test: runIsWhole },
    { id: 'run-as-known', title: '次第与台账里的上一次对得上', then: 'refuse', test: runAsKnown },
    { id: 'claim-has-ground', title: '首创、试点有依据', then: 'warn', test: claimHasGround },
    { id: 'term-in-order', title: '有效期在授予之后', then: 'refuse', test: ({ values }) => (typeof values['givenOn'] === 'string' && typeof values['validUntil'] === 'string' && values['validUntil'] <= values['givenOn'] ? '有效期至要在授予日期之后。' : undefined) },
  ],
  counts: [
    { id: 'given', title: '当期获得', unit: '项', of: { what: 'opened' }, definition: '当期授予的称号、奖项、试点、示范和首创：年度总结用' },
    { id: 'national', title: '当期获得国家级', unit: '项', of: { what: 'opened', where: { level: 'national' } } },
    { id: 'in-force', title: '有效的称号和试点', unit: '项', of: { what: 'stock', where: { kind: ['title', 'pilot', 'demonstration'] } } },
    { id: 'lapsed', title: '当期到期', unit: '项', of: { what: 'entered', states: ['expired'] } },
    { id: 'consecutive', title: '连续获得', unit: '项', of: { what: 'opened', where: { run: 'consecutive' } } },
    firsts('national', '全国', ['gz2014-025', 'gz2014-073', 'sz2007-010', 'sz2007-038']), firsts('provincial', '全省', ['gz2014-074']), firsts('city', '全市', []), firsts('county', '全区县', ['py2018-039']),
    { id: 'batch-national', title: '全国试点、示范批次', unit: '批', of: { ...batched, sum: 'batch' }, over: batched, rounding: { decimals: 0 }, definition: '当期获得的全国试点、示范，批次合计 ÷ 项数；只有一项或都是首批时就是那个批次，按业务看', figures: ['gz2014-027', 'zs2014-093'] },
  ],
  covers: ['S225'],
});
