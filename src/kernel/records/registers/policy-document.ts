import { defineRegister } from '../../contract/register.ts';
import { lines } from '../../registry/lines.ts';
import { note, papers } from '../shapes/terms.ts';

/** 政策文件: what the bureau and others issued, main papers and those that support them; other registers link to it. */
export default defineRegister({
  id: 'policy-document', title: '政策文件', unit: '件', series: 'WJ',
  purpose: '出台的意见、办法和配套文件，别的台账引用到这里。',
  name: 'title',
  key: ['documentNumber'],
  across: true,
  fields: [
    { key: 'title', title: '文件名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 200, columns: ['名称', '标题'] },
    { key: 'documentNumber', title: '文号', kind: 'text', listed: true, indexed: true, maxLength: 60, columns: ['文件号'] },
    { key: 'issuedBy', title: '发文机关', kind: 'text', listed: true, columns: ['发文单位'] },
    { key: 'issuedOn', title: '发文日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['成文日期', '印发日期'] },
    { key: 'line', title: '业务', kind: 'choice', counted: true, options: [...lines.map(({ id, title }) => ({ value: id, title })), { value: 'general', title: '综合' }] },
    { key: 'rank', title: '层次', kind: 'choice', required: true, counted: true, options: [{ value: 'main', title: '主文件' }, { value: 'supporting', title: '配套文件' }] },
    { key: 'supports', title: '配套于', kind: 'link', to: 'policy-document', help: '配套文件写它配套的主文件' },
    { key: 'validUntil', title: '有效期至', kind: 'date' },
    papers, note,
  ],
  states: { valid: { title: '有效' }, revised: { title: '已修订', ends: true }, repealed: { title: '废止', ends: true } },
  reminders: [{ id: 'expires', title: '文件快到期，评估后续期或废止', in: ['valid'], due: { field: 'validUntil', before: 90 } }],
  counts: [{ id: 'valid', title: '有效文件数', unit: '件', of: { what: 'stock' } }, { id: 'issued', title: '当期出台文件数', unit: '件', of: { what: 'opened' } }],
  covers: [],
});
