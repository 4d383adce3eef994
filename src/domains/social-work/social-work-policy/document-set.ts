import { defineRegister } from '../../../kernel/contract/register.ts';
import { numberFollows } from '../common/number-follows.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 政策体系: which papers make up the policy on social work: a main one and numbered ones that support it, planned or issued. */
export const socialWorkDocument = defineRegister({
  id: 'social-work-document', title: '社会工作政策体系', unit: '件', series: 'GD',
  purpose: '社会工作的主文件和它的配套文件：计划出几件、第几件由谁起草、已经出台了几件。',
  name: 'title',
  key: ['mainDocument', 'orderNumber', 'title'],
  alongside: { same: ['mainDocument'], order: 'dueOn' },
  fields: [
    { key: 'title', title: '文件名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 200 },
    { key: 'rank', title: '层次', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'main', title: '主文件' }, { value: 'supporting', title: '配套文件' }] },
    { key: 'mainDocument', title: '配套于', kind: 'link', to: 'social-work-document', counted: true, help: '配套文件写它的主文件' },
    { key: 'orderNumber', title: '配套序号', kind: 'integer', min: 1, max: 99, listed: true, columns: ['序号'] },
    organisation('起草单位', false),
    { key: 'jointWith', title: '会同部门', kind: 'text', maxLength: 100 },
    { key: 'dueOn', title: '计划出台日期', kind: 'date', listed: true, indexed: true },
    { key: 'issuedOn', title: '出台日期', kind: 'date', listed: true },
    { key: 'documentNumber', title: '文号', kind: 'text', maxLength: 60 },
    { key: 'document', title: '政策文件', kind: 'link', to: 'policy-document', help: '出台后链接到政策文件库里的正文' },
    papers, note,
  ],
  states: {
    drafting: { title: '起草', before: true },
    issued: { title: '已出台', from: ['drafting'], needs: ['issuedOn', 'documentNumber'] },
    repealed: { title: '废止', from: ['issued'], ends: true },
    dropped: { title: '不再出台', from: ['drafting'], ends: true },
  },
  checks: [
    { id: 'supporting-numbered', title: '配套文件有主文件和序号', then: 'refuse', test: ({ values }) => placeInSet(values['rank'], values['mainDocument'], values['orderNumber']) },
    { id: 'numbers-follow', title: '配套序号相连，不重不漏', then: 'refuse', test: ({ values, alongside, state }) => (state === 'dropped' ? undefined : numberFollows(values['orderNumber'], alongside.filter((one) => one.state !== 'dropped'), 'orderNumber', '件')) },
    { id: 'late', title: '过了计划出台日期', then: 'warn', test: ({ values, state, today }) => (state === 'drafting' && typeof values['dueOn'] === 'string' && values['dueOn'] < today ? `计划 ${values['dueOn']} 出台，还在起草。` : undefined) },
  ],
  reminders: [{ id: 'due', title: '社工政策文件快到计划出台日期', in: ['drafting'], due: { field: 'dueOn', before: 30 } }],
  counts: [
    { id: 'supporting-issued', title: '出台社会工作配套文件数', unit: '个', of: { what: 'opened', where: { rank: 'supporting' } }, definition: '当期出台、配套于主文件的文件', figures: ['sz2007-001'] },
    { id: 'supporting', title: '有效的配套文件', unit: '个', of: { what: 'stock', where: { rank: 'supporting' } } },
    { id: 'main', title: '有效的主文件', unit: '个', of: { what: 'stock', where: { rank: 'main' } } },
  ],
  covers: ['S129'],
});

function placeInSet(rank: unknown, mainDocument: unknown, order: unknown): string | undefined {
  if (rank === 'supporting' && (mainDocument === undefined || order === undefined)) return '配套文件要写它配套的主文件和序号。';
  if (rank === 'main' && (mainDocument !== undefined || order !== undefined)) return '主文件不写“配套于”和序号。';
  return undefined;
}
