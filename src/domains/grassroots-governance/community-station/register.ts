import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';

export const communityStation = defineRegister({
  id: 'community-station', title: '社区工作站', unit: '个', series: 'GZZ',
  purpose: '社区工作站设在哪里、什么时候设立、多少人；服务哪几个居委会，记在“居委会归站”里。',
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['工作站名称', '社区工作站'] },
    { key: 'establishedOn', title: '设立日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['成立日期'] },
    { key: 'approvedBy', title: '批准机关', kind: 'text' },
    { key: 'approvalPaper', title: '批准文号', kind: 'text', maxLength: 60 },
    { key: 'head', title: '站长', kind: 'person-name', listed: true, columns: ['负责人'] },
    { key: 'staff', title: '工作人员', kind: 'integer', unit: '人', min: 0, listed: true, columns: ['编制人数'] },
    { key: 'premises', title: '办公用房', kind: 'link', to: 'facility' },
    { key: 'mergedInto', title: '并入', kind: 'link', to: 'community-station', help: '撤并时写并到哪个站；服务的居委会到“居委会归站”里改归那个站' },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    preparing: { title: '筹建', before: true },
    working: { title: '运作', from: ['preparing'] },
    merged: { title: '并入其他站', from: ['working'], ends: true, needs: ['mergedInto'] },
    closed: { title: '撤销', ends: true },
  },
  counts: [
    { id: 'stations', title: '社区工作站数', unit: '个', of: { what: 'stock' }, figures: ['sz2007-043'] },
    { id: 'new', title: '新设工作站', unit: '个', of: { what: 'opened' } },
    { id: 'merged', title: '撤并工作站', unit: '个', of: { what: 'ended' } },
    { id: 'staff', title: '工作站工作人员', unit: '人', of: { what: 'stock', sum: 'staff' } },
  ],
  covers: ['S084'],
});
