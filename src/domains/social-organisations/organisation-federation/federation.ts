import { defineRegister, type Count, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';

const levels = [{ value: 'city', title: '市级' }, { value: 'county', title: '区县级' }, { value: 'town', title: '镇街级' }];

/** 联合会、研究院: organisations that gather others. */
export const organisationFederation = defineRegister({
  id: 'organisation-federation', title: '社会组织联合会（研究院）', unit: '家', series: 'LH',
  purpose: '市、区、镇街各级社会组织联合会和研究院：什么时候成立、谁是会员；哪些镇街已有联合会。',
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['联合会名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'federation', title: '联合会' }, { value: 'institute', title: '研究院' }] },
    { key: 'level', title: '级别', kind: 'choice', required: true, listed: true, counted: true, options: levels },
    organisation('登记的法人', false),
    { key: 'establishedOn', title: '成立日期', kind: 'date', listed: true, indexed: true, columns: ['成立时间'] },
    { key: 'president', title: '会长（院长）', kind: 'person-name', columns: ['负责人'] },
    { key: 'termEnds', title: '本届任期到', kind: 'date' },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    preparing: { title: '筹备', before: true },
    working: { title: '运作', from: ['preparing'], needs: ['establishedOn'] },
    dissolved: { title: '注销', ends: true },
  },
  reminders: [{ id: 'term', title: '联合会快到换届', in: ['working'], due: { field: 'termEnds', before: 90 } }],
  expected: { every: 'town', title: '还没有社会组织联合会的镇街', where: { kind: 'federation', level: 'town' } },
  counts: [
    { id: 'federations', title: '社会组织联合会数', unit: '家', of: { what: 'stock', where: { kind: 'federation' } } },
    { id: 'town-federations-new', title: '新成立镇街社区社会组织联合会', unit: '家', of: { what: 'opened', where: { kind: 'federation', level: 'town' } }, figures: ['py2018-059'] },
    { id: 'town-federations', title: '镇街社区社会组织联合会数', unit: '家', of: { what: 'stock', where: { kind: 'federation', level: 'town' } } },
    { id: 'towns-covered', title: '有联合会的镇街占全部镇街', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', where: { kind: 'federation', level: 'town' }, distinct: 'town' }, over: { what: 'stock', divisions: 'town' }, definition: '有镇街级联合会的镇街数 ÷ 全部镇街数' },
    { id: 'institutes', title: '社会组织研究院数', unit: '家', of: { what: 'stock', where: { kind: 'institute' } } },
  ],
  covers: ['S104'],
});

/** 会员: one record a membership, so that any day's list can be read. */
export const federationMember = defineRegister({
  id: 'federation-member', title: '联合会会员', unit: '家', series: 'LHY',
  purpose: '哪个社会组织是哪个联合会的会员，什么时候加入、退出。',
  holder: { kind: 'link', field: 'organisation' },
  name: 'organisation',
  key: ['federation', 'organisation'],
  fields: [
    organisation('会员单位'),
    { key: 'federation', title: '联合会', kind: 'link', to: 'organisation-federation', required: true, listed: true, counted: true },
    { key: 'level', title: '会员登记级别', kind: 'choice', required: true, listed: true, counted: true, options: [...levels, { value: 'filed', title: '镇街备案' }] },
    { key: 'rank', title: '会员身份', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'president', title: '会长单位' }, { value: 'vice-president', title: '副会长单位' }, { value: 'council', title: '理事单位' }, { value: 'member', title: '会员单位' }] },
    { key: 'joinedOn', title: '加入日期', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'leftOn', title: '退出日期', kind: 'date' },
    note,
  ],
  states: { member: { title: '在会' }, left: { title: '退出', from: ['member'], ends: true, needs: ['leftOn'] } },
  alongside: { same: ['federation', 'organisation'], order: 'joinedOn' },
  checks: [
    { id: 'joined-before-left', title: '退出不早于加入', then: 'refuse', test: { left: 'leftOn', is: '>=', right: 'joinedOn', sentence: '退出日期不能早于加入日期。' } },
    { id: 'member-once', title: '一个组织在一个联合会里只有一份会籍', then: 'refuse', test: memberOnce },
    { id: 'joined-after-leaving', title: '退出以后才再加入', then: 'warn', test: joinedAfterLeaving },
  ],
  counts: [
    { id: 'members', title: '联合会会员数', unit: '家', of: { what: 'stock' }, definition: '会员身份数；一个组织加入两个联合会计两家' },
    ...[...levels, { value: 'filed', title: '镇街备案' }].map(({ value, title }): Count => ({ id: `members-${value}`, title: `${title}组织会员`, unit: '家', of: { what: 'stock', where: { level: value } } })),
    { id: 'member-organisations', title: '加入联合会的社会组织', unit: '家', of: { what: 'stock', distinct: 'organisation' } },
    { id: 'joined', title: '当期加入', unit: '家', of: { what: 'opened' } },
    { id: 'left', title: '当期退出', unit: '家', of: { what: 'ended', states: ['left'] } },
  ],
  covers: ['S104'],
});

/** Whoever is a member cannot join again. */
export function memberOnce({ state, alongside }: Pick<RecordSeen, 'state' | 'alongside'>): string | undefined {
  return state === 'member' && alongside.some((one) => one.state === 'member') ? '这个组织已经是这个联合会的会员了。请在原来那一条里改会员身份。' : undefined;
}

/** Who left may come again, from the day he left on: before, the days of two memberships meet. */
export function joinedAfterLeaving({ state, values, alongside }: Pick<RecordSeen, 'state' | 'values' | 'alongside'>): string | undefined {
  const before = state !== 'member' ? undefined : alongside.find(({ values: { leftOn } }) => typeof leftOn === 'string' && typeof values['joinedOn'] === 'string' && values['joinedOn'] < leftOn);
  return before === undefined ? undefined : `这个组织 ${String(before.values['leftOn'])} 才退出，加入日期却更早。请核对。`;
}
