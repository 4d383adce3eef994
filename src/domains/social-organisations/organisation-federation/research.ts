import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';

/** 课题: what the institute is asked to find out, and what came of it. */
export const organisationResearch = defineRegister({
  id: 'organisation-research', title: '社会组织研究课题', unit: '项', series: 'KT',
  purpose: '研究院（或受托单位）的课题：谁委托、什么时候交、出了什么成果、谁采用了。',
  name: 'title',
  key: ['title', 'startsOn'],
  fields: [
    { key: 'title', title: '课题名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 100 },
    { key: 'institute', title: '承担单位', kind: 'link', to: 'organisation-federation', listed: true },
    { key: 'commissioner', title: '委托单位', kind: 'text', listed: true, maxLength: 60 },
    { key: 'leader', title: '负责人', kind: 'person-name' },
    { key: 'fee', title: '经费', kind: 'money', min: 0 },
    { key: 'startsOn', title: '开题日期', kind: 'date', required: true },
    { key: 'due', title: '应交日期', kind: 'date', listed: true, indexed: true },
    { key: 'deliveredOn', title: '交付日期', kind: 'date' },
    papers, note,
  ],
  states: {
    proposed: { title: '选题', before: true },
    running: { title: '研究中', from: ['proposed'], needs: ['due'] },
    delivered: { title: '已结题', from: ['running'], ends: true, needs: ['deliveredOn'] },
    dropped: { title: '中止', ends: true },
  },
  subRecords: [{
    id: 'outputs', title: '成果', unit: '件', day: '完成日期',
    fields: [
      { key: 'kind', title: '形式', kind: 'choice', required: true, options: [{ value: 'report', title: '研究报告' }, { value: 'draft', title: '政策草案' }, { value: 'standard', title: '标准规范' }, { value: 'article', title: '文章' }, { value: 'data', title: '数据资料' }] },
      { key: 'heading', title: '名称', kind: 'text', required: true, maxLength: 100 },
      { key: 'adopted', title: '已被采用', kind: 'yes-no', required: true },
      { key: 'adoptedBy', title: '采用单位', kind: 'text', maxLength: 60 },
    ],
    totals: [{ key: 'outputCount', title: '成果', unit: '件', as: 'count' }, { key: 'adoptedCount', title: '被采用', unit: '件', as: 'count', where: { adopted: true } }],
  }],
  checks: [
    { id: 'due-after-start', title: '应交日期在开题之后', then: 'refuse', test: { left: 'due', is: '>', right: 'startsOn', sentence: '应交日期要在开题日期之后。' } },
    { id: 'delivered-with-output', title: '有成果才结题', then: 'refuse', entering: ['delivered'], test: ({ totals }) => (Number(totals['outputCount'] ?? 0) > 0 ? undefined : '还没有登记成果，不能结题。') },
  ],
  reminders: [{ id: 'due', title: '课题快到应交日期', in: ['running'], due: { field: 'due', before: 30 } }],
  counts: [
    { id: 'running', title: '在研课题', unit: '项', of: { what: 'stock' } },
    { id: 'delivered', title: '当期结题', unit: '项', of: { what: 'ended', states: ['delivered'] } },
    { id: 'outputs', title: '当期成果', unit: '件', of: { what: 'entries', sub: 'outputs' } },
    { id: 'adopted', title: '当期成果中被采用的', unit: '件', of: { what: 'entries', sub: 'outputs', where: { adopted: true } } },
  ],
  covers: ['S104'],
});
