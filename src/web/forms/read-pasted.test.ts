import { expect, test } from 'vitest';
import type { FormField } from '../../kernel/contract/form.ts';
import { readPasted } from './read-pasted.ts';

const FIELDS: readonly FormField[] = [
  { key: 'name', title: '姓名', kind: 'person-name' }, { key: 'idCard', title: '公民身份号码', kind: 'id-card' }, { key: 'relation', title: '与申请人关系', kind: 'choice', options: [{ value: 'spouse', title: '配偶' }] },
  { key: 'here', title: '户籍是否在本市', kind: 'yes-no' }, { key: 'wage', title: '月工资', kind: 'money' },
];

test('照表的次序贴', () => {
  expect(readPasted(FIELDS, '黄志强\t４４２０９９１９５３０１０２３０１０\t配偶\t是\t1,650\r\n')).toEqual([{ name: '黄志强', idCard: '442099195301023010', relation: 'spouse', here: true, wage: 165_000 }]);
});
test('第一行是表头的，照表头认列；空格子不填，认不出的照原样留着', () => {
  expect(readPasted(FIELDS, '与申请人关系\t姓名\t备注\n妯娌\t李四\t外地\n\t王五\t')).toEqual([{ relation: '妯娌', name: '李四' }, { name: '王五' }]);
});
test('不是表格的不管', () => { expect(readPasted(FIELDS, '黄志强')).toBeUndefined(); });
