import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { martyrRegulation } from '../common/law.ts';

/** 烈士英名录. The fallen are public; whom they left behind is not. */
export const martyr = defineRegister({
  id: 'martyr', title: '烈士英名录', unit: '人', series: 'NL',
  purpose: '本地的烈士：姓名、籍贯、生平、牺牲的时间和地点，安葬在哪里，证明书是哪一份。',
  law: [martyrRegulation('第二十九条')],
  name: 'name',
  key: ['name', 'birthYear'],
  keepers: ['special-care-clerk'],
  fields: [
    { key: 'name', title: '姓名', kind: 'text', required: true, listed: true, searched: true, maxLength: 60, columns: ['烈士姓名'] },
    { key: 'sex', title: '性别', kind: 'choice', options: [{ value: 'male', title: '男' }, { value: 'female', title: '女' }] },
    { key: 'birthYear', title: '出生年', kind: 'year', listed: true, columns: ['出生年月'] },
    { key: 'hometown', title: '籍贯', kind: 'text', listed: true, searched: true },
    { key: 'era', title: '牺牲时期', kind: 'choice', listed: true, counted: true, options: [
      { value: 'revolution', title: '土地革命战争及以前' }, { value: 'resistance', title: '抗日战争' }, { value: 'liberation', title: '解放战争' }, { value: 'korea', title: '抗美援朝' }, { value: 'defence', title: '边境防卫作战' }, { value: 'peace', title: '和平时期' }] },
    { key: 'fellYear', title: '牺牲年', kind: 'year', columns: ['牺牲时间'] },
    { key: 'fellAt', title: '牺牲地点', kind: 'text' },
    { key: 'service', title: '生前单位、职务', kind: 'text' },
    { key: 'deeds', title: '事迹', kind: 'long-text' },
    { key: 'certificate', title: '烈士证明书号', kind: 'text', maxLength: 60, columns: ['证书编号'] },
    { key: 'approvedBy', title: '批准机关', kind: 'text' },
    { key: 'approvedOn', title: '批准日期', kind: 'date' },
    { key: 'site', title: '安葬（纪念）设施', kind: 'link', to: 'memorial-site' },
    { key: 'grave', title: '墓位', kind: 'text', maxLength: 40 },
    { key: 'kinName', title: '遗属', kind: 'person-name', sensitive: true },
    { key: 'kinPhone', title: '遗属电话', kind: 'phone' },
    papers, note,
  ],
  states: { listed: { title: '在册' }, removed: { title: '移出（认定更正）', ends: true } },
  checks: [
    { id: 'years-in-order', title: '牺牲不早于出生', then: 'refuse', test: { left: 'birthYear', is: '<=', right: 'fellYear', sentence: '牺牲年不能早于出生年。' } },
    { id: 'deeds-written', title: '事迹没有写', then: 'warn', test: ({ values }) => (values['deeds'] === undefined ? '事迹还没有写，请搜集史料补上。' : undefined) },
  ],
  counts: [
    { id: 'listed', title: '在册烈士', unit: '人', of: { what: 'stock' } },
    { id: 'added', title: '当期列入', unit: '人', of: { what: 'opened' } },
  ],
  covers: ['S169'],
});
