import type { RegisterField } from '../../contract/register.ts';

/** Fields that many registers share under one name and one spelling. */

/** 联系人、电话: encrypted, shown whole to keepers. */
export const contact: readonly RegisterField[] = [
  { key: 'contactName', title: '联系人', kind: 'person-name', columns: ['负责人', '联系人姓名'] },
  { key: 'contactPhone', title: '联系电话', kind: 'phone', sensitive: true, columns: ['电话', '手机'] },
];

/** 地址、位置: on the map where the point is known. */
export const whereItIs: readonly RegisterField[] = [
  { key: 'address', title: '地址', kind: 'text', columns: ['详细地址', '地点'] },
  { key: 'point', title: '位置', kind: 'place', help: '经度、纬度；不知道可以空着' },
];

/** 文号、发文机关、日期 of the paper something rests on. */
export const paper: readonly RegisterField[] = [
  { key: 'documentNumber', title: '文号', kind: 'text', maxLength: 60, columns: ['文件号', '批准文号'] },
  { key: 'issuedBy', title: '发文机关', kind: 'text', columns: ['发文单位', '批准机关'] },
  { key: 'issuedOn', title: '发文日期', kind: 'date', columns: ['成文日期'] },
];

export const note: RegisterField = { key: 'note', title: '备注', kind: 'long-text' };
export const papers: RegisterField = { key: 'papers', title: '附件', kind: 'files' };

/** The link to the organisation a record concerns (法人、机构), from the shared register. */
export const organisation = (title = '单位', required = true): RegisterField => ({ key: 'organisation', title, kind: 'link', to: 'organisation', listed: true, ...(required ? { required: true as const } : {}) });
