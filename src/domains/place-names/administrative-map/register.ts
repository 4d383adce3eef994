import { editionFollows } from '../../../kernel/records/shapes/edition.ts';
import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { boundaryRegulation } from '../common/law.ts';

export const administrativeMap = defineRegister({
  id: 'administrative-map', title: '行政区划图', unit: '版', series: 'PT',
  purpose: '每一版区划图：照哪一天的区划和界线编，谁审的，审图号是多少，和上一版差在哪里；旧版都留着。',
  law: [boundaryRegulation('第十四条')],
  name: 'name',
  key: ['scope', 'division', 'edition'],
  alongside: { same: ['scope', 'division'], order: 'edition' },
  keepers: ['place-names-clerk'],
  fields: [
    { key: 'name', title: '图名', kind: 'text', required: true, listed: true, searched: true },
    { key: 'scope', title: '图幅', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'city', title: '市图' }, { value: 'county', title: '区县图' }, { value: 'town', title: '镇街图' }] },
    { key: 'edition', title: '版次', kind: 'integer', required: true, min: 1, max: 999, listed: true },
    { key: 'previous', title: '上一版', kind: 'link', to: 'administrative-map' },
    { key: 'asOf', title: '区划截止日', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'units', title: '图上行政区划', kind: 'integer', unit: '个', min: 1, help: '截止日行政区划树里的单位数' },
    { key: 'mapScale', title: '比例尺', kind: 'text', maxLength: 20 },
    organisation('编制单位', false),
    { key: 'boundarySource', title: '界线依据', kind: 'text', help: '行政区域界线详图的版本' },
    { key: 'reviewedOn', title: '审核日期', kind: 'date' },
    { key: 'approvalNumber', title: '审图号', kind: 'text', listed: true, maxLength: 40 },
    { key: 'publishedOn', title: '出版日期', kind: 'date', listed: true },
    { key: 'publisher', title: '出版单位', kind: 'text' },
    { key: 'printed', title: '印数', kind: 'integer', unit: '张', min: 0 },
    { key: 'sheet', title: '图件', kind: 'files' },
    papers, note,
  ],
  states: {
    compiling: { title: '编制', before: true },
    reviewing: { title: '送审', from: ['compiling'], before: true, needs: ['boundarySource', 'units'] },
    published: { title: '已出版', from: ['reviewing'], needs: ['reviewedOn', 'approvalNumber', 'publishedOn'] },
    superseded: { title: '旧版（已有新版）', from: ['published'] },
    withdrawn: { title: '停止编制', from: ['compiling', 'reviewing'], ends: true },
  },
  subRecords: [
    {
      id: 'differences', title: '与上一版的差别', unit: '处', day: '变更日期', key: ['kind', 'place'],
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'founded', title: '新设' }, { value: 'abolished', title: '撤销' }, { value: 'renamed', title: '更名' }, { value: 'boundary', title: '界线变更' }, { value: 'seat', title: '驻地迁移' }, { value: 'moved', title: '隶属变更' }, { value: 'none', title: '没有差别' }] },
        { key: 'place', title: '行政区划', kind: 'text', required: true, maxLength: 60 },
        { key: 'before', title: '上一版', kind: 'text' },
        { key: 'after', title: '这一版', kind: 'text' },
        { key: 'paper', title: '批准文号', kind: 'text', maxLength: 60 },
      ],
      totals: [{ key: 'differences', title: '差别', unit: '处', as: 'count' }],
    },
    {
      id: 'proofs', title: '审校', unit: '次', day: '日期',
      fields: [
        { key: 'subject', title: '审什么', kind: 'choice', required: true, options: [{ value: 'boundaries', title: '界线画法' }, { value: 'names', title: '地名注记' }, { value: 'seats', title: '驻地' }, { value: 'whole', title: '总审' }] },
        { key: 'by', title: '审校人', kind: 'text', required: true },
        { key: 'errors', title: '错漏', kind: 'integer', unit: '处', required: true, min: 0 },
        { key: 'fixed', title: '已改', kind: 'yes-no', required: true, help: '没有错漏的选“是”' },
      ],
      totals: [
        { key: 'boundaryProofs', title: '界线审校', unit: '次', as: 'count', where: { subject: ['boundaries', 'whole'] } }, { key: 'nameProofs', title: '地名审校', unit: '次', as: 'count', where: { subject: ['names', 'whole'] } },
        { key: 'unfixed', title: '未改', unit: '次', as: 'count', where: { fixed: false } }],
    },
  ],
  checks: [
    editionFollows('版'),
    { id: 'later-than-last', title: '截止日晚于上一版', then: 'refuse', test: (seen) => (seen.state === 'compiling' ? undefined : outOfTurn(seen)) },
    { id: 'later-still-compiling', title: '截止日晚于上一版（编制中）', then: 'warn', test: (seen) => (seen.state === 'compiling' ? outOfTurn(seen) : undefined) },
    { id: 'newer-published', title: '有新版的转为旧版', then: 'warn', test: ({ values, alongside, state }) => (state === 'published' && alongside.some((one) => one.state === 'published' && Number(one.values['edition']) > Number(values['edition'])) ? '已经出版了新的一版，请把这一版转为“旧版”。' : undefined) },
    { id: 'days-in-order', title: '截止、审核、出版先后有序', then: 'refuse', test: daysWrong },
    { id: 'proofread', title: '审校过才出版', law: boundaryRegulation('第十四条'), then: 'refuse', entering: ['published'], test: notProofread },
    { id: 'differences-listed', title: '列出与上一版的差别', then: 'refuse', entering: ['published'], test: ({ values, alongside, totals }) => (alongside.some((one) => Number(one.values['edition']) < Number(values['edition'])) && Number(totals['differences'] ?? 0) === 0 ? '与上一版的差别还没有列；确实没有的，记一条“没有差别”。' : undefined) },
  ],
  reminders: [{ id: 'reviewing', title: '送审满一个月', in: ['reviewing'], due: { standing: 30 } }],
  counts: [
    { id: 'published', title: '当期出版区划图', unit: '版', definition: '当期出版的版次，按出版日期', of: { what: 'dated', on: 'publishedOn', states: ['published', 'superseded'] } },
    { id: 'current', title: '现行区划图', unit: '版', of: { what: 'stock', states: ['published'] } },
    { id: 'kept', title: '留存的区划图', unit: '版', definition: '现行的和旧版都算', of: { what: 'stock' } },
    { id: 'differences', title: '区划变更', unit: '处', definition: '当期变更、已列入某一版差别的', of: { what: 'entries', sub: 'differences', where: { kind: ['founded', 'abolished', 'renamed', 'boundary', 'seat', 'moved'] } } },
  ],
  targets: [{ id: 'published', title: '计划出版', count: 'published' }],
  events: [
    { id: 'map-begun', title: '取截止日的区划变更', entering: ['compiling'], to: 'S211' },
    { id: 'map-boundaries', title: '取截止日的界线', entering: ['compiling'], to: 'S212' },
  ],
  covers: ['S213'],
});

/** An edition says what held on a later day than the one before it, and on an earlier day than the one after it. */
function outOfTurn({ values, alongside }: RecordSeen): string | undefined {
  const [asOf, edition] = [values['asOf'], Number(values['edition'])];
  if (typeof asOf !== 'string') return undefined;
  const wrong = alongside.find((one) => typeof one.values['asOf'] === 'string' && (Number(one.values['edition']) < edition ? one.values['asOf'] >= asOf : Number(one.values['edition']) > edition && one.values['asOf'] <= asOf));
  if (wrong === undefined) return undefined;
  return `第${String(wrong.values['edition'])}版的区划截止日是 ${String(wrong.values['asOf'])}，这一版要${Number(wrong.values['edition']) < edition ? '晚' : '早'}于它。`;
}

function daysWrong({ values }: RecordSeen): string | undefined {
  const days = [['区划截止日', values['asOf']], ['审核日期', values['reviewedOn']], ['出版日期', values['publishedOn']]].filter((one): one is [string, string] => typeof one[1] === 'string');
  const wrong = days.findIndex(([, day], at) => at > 0 && day < (days[at - 1]?.[1] ?? ''));
  return wrong < 0 ? undefined : `${days[wrong]?.[0] ?? ''}早于${days[wrong - 1]?.[0] ?? ''}，请核对。`;
}

function notProofread({ totals }: RecordSeen): string | undefined {
  if (Number(totals['unfixed'] ?? 0) > 0) return '审校发现的错漏还没有改完，不能出版。';
  const missing = ([['界线画法', 'boundaryProofs'], ['地名注记', 'nameProofs']] as const).flatMap(([name, key]) => (Number(totals[key] ?? 0) === 0 ? [name] : []));
  return missing.length === 0 ? undefined : `还没有审校${missing.join('、')}，不能出版。`;
}
