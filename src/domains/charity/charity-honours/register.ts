import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { honoursList, unnamed } from './honours-list.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { editionFollows } from '../../../kernel/records/shapes/edition.ts';
import { donationLaw } from '../common/law.ts';

export const charityHonoursEdition = defineRegister({
  id: 'charity-honours-edition', title: '慈善榜', unit: '期', series: 'MH',
  purpose: '每一期慈善榜：统计哪一段时间，按核实过的捐赠收据排位，捐赠人同意才上榜，要匿名的匿名。',
  law: [donationLaw('第八条')],
  name: 'name',
  key: ['edition'],
  alongside: { same: ['division'], order: 'edition' },
  keepers: ['charity-clerk'],
  fields: [
    { key: 'name', title: '榜名', kind: 'text', required: true, listed: true, searched: true },
    { key: 'edition', title: '期次', kind: 'integer', required: true, min: 1, max: 999, listed: true, indexed: true, columns: ['第几期', '届次'] },
    { key: 'periodFrom', title: '统计起日', kind: 'date', required: true, listed: true },
    { key: 'periodTo', title: '统计止日', kind: 'date', required: true, listed: true, help: '含这一天' },
    { key: 'publishedOn', title: '发布日期', kind: 'date', listed: true },
    { key: 'publishedIn', title: '发布载体', kind: 'text', help: '报纸、网站、大会' },
    papers, note,
  ],
  states: {
    compiling: { title: '编制', before: true },
    consulting: { title: '征求捐赠人意见', from: ['compiling'], before: true, law: donationLaw('第八条') },
    published: { title: '已发布', from: ['consulting'], needs: ['publishedOn', 'publishedIn'] },
    dropped: { title: '不再发布', from: ['compiling', 'consulting'], ends: true },
  },
  subRecords: [{
    id: 'donors', title: '捐赠人', unit: '位', day: '核实日期', person: { title: '捐赠人（个人）', optional: true }, key: ['donor'], inRules: true,
    fields: [
      { key: 'donor', title: '捐赠人代号', kind: 'text', required: true, maxLength: 40, help: '收据系统里的捐赠人编号；同一捐赠人一期只列一次' },
      { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'person', title: '个人' }, { value: 'enterprise', title: '企业' }, { value: 'association', title: '社会组织' }, { value: 'unit', title: '机关事业单位' }, { value: 'other', title: '其他' }] },
      { key: 'trueName', title: '捐赠人名称', kind: 'text', sensitive: true, maxLength: 100 },
      { key: 'amount', title: '当期收据合计', kind: 'money', min: 1, help: '统计期内核实的收据之和；不同意上榜的清空' },
      { key: 'receipts', title: '收据', kind: 'integer', unit: '张', required: true, min: 0 },
      { key: 'verified', title: '收据已核实', kind: 'yes-no', required: true },
      { key: 'consent', title: '捐赠人意见', kind: 'choice', required: true, options: [{ value: 'asked', title: '等答复' }, { value: 'named', title: '同意列名' }, { value: 'anonymous', title: '同意，匿名' }, { value: 'refused', title: '不同意上榜' }] },
      { key: 'place', title: '名次', kind: 'integer', min: 1, hidden: true },
      { key: 'shownAs', title: '榜上名称', kind: 'text', maxLength: 100 },
    ],
    totals: [
      { key: 'listed', title: '上榜', unit: '位', as: 'count', where: { consent: ['named', 'anonymous'] } },
      { key: 'unverified', title: '收据未核实', unit: '位', as: 'count', where: { verified: false } },
      { key: 'unanswered', title: '等答复', unit: '位', as: 'count', where: { consent: 'asked' } },
      { key: 'listedAmount', title: '上榜捐赠额', as: 'sum', of: 'amount', where: { consent: ['named', 'anonymous'] } },
    ],
  }],
  derived: [{ key: 'list', title: '榜单（按核实的收据排，同额并列）', kind: 'text', value: ({ entries }) => honoursList(entries?.['donors'] ?? []) }],
  checks: [
    editionFollows('期'),
    { id: 'period-in-order', title: '统计止日不早于起日', then: 'refuse', test: ({ values }) => (typeof values['periodFrom'] === 'string' && typeof values['periodTo'] === 'string' && values['periodTo'] < values['periodFrom'] ? '统计止日不能早于起日。' : undefined) },
    { id: 'after-period', title: '统计期满才发布', then: 'refuse', test: ({ values }) => (typeof values['publishedOn'] === 'string' && typeof values['periodTo'] === 'string' && values['publishedOn'] <= values['periodTo'] ? '统计期还没有满，不能发布。' : undefined) },
    { id: 'asked-first', title: '表彰前征求捐赠人意见', law: donationLaw('第八条'), then: 'refuse', entering: ['published'], test: ({ totals }) => (Number(totals['unanswered'] ?? 0) > 0 ? `还有 ${Number(totals['unanswered'])} 位捐赠人没有答复，不能发布。` : undefined) },
    { id: 'receipts-verified', title: '只按核实的收据', then: 'refuse', entering: ['published'], test: ({ totals }) => (Number(totals['unverified'] ?? 0) > 0 ? `还有 ${Number(totals['unverified'])} 位捐赠人的收据没有核实，不能发布。` : undefined) },
    { id: 'somebody-listed', title: '榜上有人', then: 'refuse', entering: ['published'], test: ({ totals }) => (Number(totals['listed'] ?? 0) === 0 ? '榜上还没有捐赠人。' : undefined) },
    { id: 'named-shown', title: '同意列名的写榜上名称', then: 'refuse', entering: ['published'], test: ({ entries }) => (unnamed(entries?.['donors'] ?? []) > 0 ? `还有 ${unnamed(entries?.['donors'] ?? [])} 位同意列名的没有写榜上名称。` : undefined) },
    { id: 'within-period', title: '核实日期在统计起日以后', then: 'refuse', test: ({ entry, values }) => (entry?.of === 'donors' && typeof values['periodFrom'] === 'string' && typeof entry.values['day'] === 'string' && entry.values['day'] < values['periodFrom'] ? '核实日期早于统计起日，核实的不会是这一期的收据。' : undefined) },
    { id: 'as-agreed', title: '照捐赠人的意见上榜', law: donationLaw('第八条'), then: 'refuse', test: notAsAgreed },
    { id: 'closed-list', title: '发布后不加捐赠人', then: 'refuse', test: ({ entry, state }) => (entry?.of === 'donors' && state === 'published' ? '这一期已经发布。要更正，先在备注写明，记入下一期。' : undefined) },
  ],
  reminders: [{ id: 'waiting', title: '征求意见满半个月，催一催答复', in: ['consulting'], due: { standing: 15 } }],
  counts: [
    { id: 'editions', title: '慈善榜发布期次', unit: '期', definition: '当期发布的各期期次合计 ÷ 期数；只发布一期时就是那一期的期次', of: { what: 'opened', sum: 'edition' }, over: { what: 'opened' }, rounding: { decimals: 0 }, figures: ['sz2007-041'] },
    { id: 'in-all', title: '已发布慈善榜', unit: '期', of: { what: 'stock' } },
    { id: 'published', title: '当期发布', unit: '期', of: { what: 'opened' } },
    { id: 'listed-donors', title: '当期核实上榜捐赠人', unit: '位', of: { what: 'entries', sub: 'donors', where: { verified: true, consent: ['named', 'anonymous'] } } },
    { id: 'listed-amount', title: '当期核实上榜捐赠额', unit: '元', of: { what: 'entries', sub: 'donors', where: { verified: true, consent: ['named', 'anonymous'] }, sum: 'amount' } },
  ],
  events: [
    { id: 'receipts-asked', title: '取统计期内核实的捐赠收据', entering: ['compiling'], to: 'S137' },
    { id: 'honours-published', title: '在慈善网公布慈善榜', entering: ['published'], to: 'S134' },
  ],
  covers: ['S143'],
});

/** What may not stand on the list: a donor who refused, a name where anonymity was asked for, a receipt nobody checked. */
function notAsAgreed({ entry }: RecordSeen): string | undefined {
  if (entry?.of !== 'donors') return undefined;
  const { consent, shownAs, trueName, verified, receipts, amount } = entry.values;
  if (consent === 'refused' && (shownAs !== undefined || amount !== undefined)) return '捐赠人不同意上榜，榜上名称和金额都要空着。';
  if (consent === 'asked' && shownAs !== undefined) return '捐赠人还没有答复，榜上名称先空着。';
  if (consent !== 'refused' && amount === undefined) return '请写当期收据合计。';
  if (verified === true && receipts === 0) return '没有收据，不能算核实。';
  if (consent === 'anonymous' && typeof shownAs === 'string' && typeof trueName === 'string' && shownAs.includes(trueName)) return '捐赠人要匿名，榜上名称里不能有他的名称。';
  return undefined;
}
