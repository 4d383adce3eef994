import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, paper, papers } from '../../../kernel/records/shapes/terms.ts';
import { reliefRegulations } from '../common/law.ts';

/** Each kind of aid says its own measure: money its amount, goods what and of what value, people how many. */
export function aidIsMeasured({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  if (entry?.of !== 'aid') return undefined;
  const { kind, amount, goods, goodsValue, people } = entry.values;
  if (kind === 'money' && amount === undefined) return '捐赠资金要写金额。';
  if (kind === 'goods' && (goods === undefined || goodsValue === undefined)) return '支援物资要写品名数量和折价。';
  if (kind === 'people' && people === undefined) return '派出人员要写人数。';
  return undefined;
}

/** Help does not leave before the disaster came, and is written when it has left. */
export function aidAfterDisaster({ values, entry, today }: Pick<RecordSeen, 'values' | 'entry' | 'today'>): string | undefined {
  const [came, sent] = [values['occurredOn'], entry?.values['day']];
  if (entry?.of === 'aid' && typeof sent === 'string' && sent > today) return '支援日期还没有到。发出了再记。';
  return entry?.of === 'aid' && typeof came === 'string' && typeof sent === 'string' && sent < came ? `支援日期早于灾害发生的日子（${came}）。` : undefined;
}

/** An earthquake has a magnitude, and nothing else has. */
export function magnitudeOfEarthquake({ values }: Pick<RecordSeen, 'values'>): string | undefined {
  if (values['kind'] === 'earthquake') return values['magnitude'] === undefined ? '地震要写震级。' : undefined;
  return values['magnitude'] === undefined ? undefined : '只有地震才写震级。';
}

/** 对口支援: one record a disaster elsewhere, with everything the city sent there. */
export const outsideDisaster = defineRegister({
  id: 'outside-disaster', title: '对口灾区支援', unit: '次', series: 'DK',
  purpose: '外地发生的灾害，我市支援了什么：资金、物资、人员，凭哪份文件，一次灾害合计多少。',
  law: [reliefRegulations('第五条')],
  name: 'name',
  key: ['occurredOn', 'destination'],
  fields: [
    { key: 'name', title: '灾害名称', kind: 'text', required: true, listed: true, searched: true, columns: ['灾害', '事件'] },
    { key: 'kind', title: '灾种', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'earthquake', title: '地震' }, { value: 'flood', title: '洪涝' }, { value: 'typhoon', title: '台风' }, { value: 'drought', title: '干旱' }, { value: 'landslide', title: '滑坡泥石流' }, { value: 'cold', title: '低温冰雪' }, { value: 'other', title: '其他' }] },
    { key: 'occurredOn', title: '发生日期', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'destination', title: '受灾地', kind: 'text', required: true, listed: true, columns: ['灾区', '支援地区'], help: '省、市、县' },
    { key: 'magnitude', title: '震级', help: '地震才写', kind: 'number', unit: '级', decimals: 1, min: 0, max: 10 },
    { key: 'damage', title: '灾情', kind: 'long-text' },
    { key: 'receiver', title: '接收单位', kind: 'text', columns: ['对口单位'] },
    { key: 'ceiling', title: '决定支援资金', kind: 'money', min: 0, columns: ['拟捐资金'], help: '市委、市政府决定的总额，没有可以空着' },
    papers, note,
  ],
  states: {
    supporting: { title: '支援中' },
    concluded: { title: '支援结束', from: ['supporting'], ends: true },
  },
  subRecords: [{
    id: 'aid', title: '支援', unit: '笔', day: '支援日期', key: ['day', 'kind', 'documentNumber', 'receivedBy'],
    fields: [
      { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'money', title: '资金' }, { value: 'goods', title: '物资' }, { value: 'people', title: '人员' }] },
      { key: 'amount', title: '金额', kind: 'money', min: 1 },
      { key: 'goods', title: '物资品名数量', kind: 'text' },
      { key: 'goodsValue', title: '物资折价', kind: 'money', min: 0 },
      { key: 'people', title: '人数', kind: 'integer', unit: '人', min: 1 },
      { key: 'source', title: '来源', kind: 'choice', options: [{ value: 'fiscal', title: '财政资金' }, { value: 'donated', title: '社会捐赠' }, { value: 'stock', title: '储备物资' }, { value: 'other', title: '其他' }] },
      { key: 'receivedBy', title: '接收单位', kind: 'text', columns: ['受赠单位'] },
      ...paper,
      { key: 'receipt', title: '收据号', kind: 'text', maxLength: 60 },
    ],
    totals: [
      { key: 'moneyTotal', title: '支援资金', as: 'sum', of: 'amount', where: { kind: 'money' } },
      { key: 'goodsTotal', title: '支援物资折价', as: 'sum', of: 'goodsValue', where: { kind: 'goods' } },
      { key: 'consignments', title: '支援', unit: '笔', as: 'count' },
      { key: 'peopleTotal', title: '派出人员', unit: '人次', as: 'sum', of: 'people', where: { kind: 'people' } },
    ],
  }],
  checks: [
    { id: 'measured', title: '资金、物资、人员各写各的数', then: 'refuse', test: aidIsMeasured },
    { id: 'after-disaster', title: '支援不早于灾害', then: 'refuse', test: aidAfterDisaster },
    { id: 'within-decision', title: '支援资金不超过决定的总额', then: 'refuse', test: { left: 'moneyTotal', is: '<=', right: 'ceiling', sentence: '支援资金合计会超过决定的总额。请先按新的文件改决定支援资金。' } },
    { id: 'magnitude', title: '地震写震级', then: 'refuse', test: magnitudeOfEarthquake },
    { id: 'paper', title: '每笔支援有文号', then: 'warn', test: ({ entry }) => (entry?.of === 'aid' && entry.values['documentNumber'] === undefined ? '这一笔还没有写文号。' : undefined) },
  ],
  derived: [{ key: 'allTotal', title: '资金和物资合计', kind: 'money', listed: true, value: ({ totals }) => Number(totals['moneyTotal'] ?? 0) + Number(totals['goodsTotal'] ?? 0) }],
  reminders: [{ id: 'conclude', title: '支援已半年，补齐收据后结束', in: ['supporting'], due: { standing: 180 } }],
  counts: [
    { id: 'disasters', title: '支援的灾害', unit: '次', definition: '当期发生、我市支援的灾害', of: { what: 'dated', on: 'occurredOn' } },
    { id: 'consignments', title: '对外支援笔数', unit: '笔', of: { what: 'entries', sub: 'aid' } },
    { id: 'magnitude', title: '支援灾区的地震震级', unit: '级', rounding: { decimals: 1 }, definition: '当期发生、我市支援的地震的震级；同期不止一次的是平均，点开逐次看', of: { what: 'dated', on: 'occurredOn', where: { kind: 'earthquake' }, sum: 'magnitude' }, over: { what: 'dated', on: 'occurredOn', where: { kind: 'earthquake' } }, figures: ['zs2014-097'] },
    { id: 'money', title: '对外捐赠救灾资金', unit: '元', definition: '当期支出的支援资金，按支援日期', of: { what: 'entries', sub: 'aid', where: { kind: 'money' }, sum: 'amount' }, figures: ['zs2014-098'] },
    { id: 'goods', title: '对外支援物资折价', unit: '元', of: { what: 'entries', sub: 'aid', where: { kind: 'goods' }, sum: 'goodsValue' } },
    { id: 'people', title: '派出救灾人员', unit: '人次', of: { what: 'entries', sub: 'aid', where: { kind: 'people' }, sum: 'people' } },
  ],
  covers: ['S038'],
});
