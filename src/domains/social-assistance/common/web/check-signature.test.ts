import { expect, it } from 'vitest';
import { checkSignature } from './check-signature.ts';

const members = [{ name: '黄丽', relation: 'child' }, { name: '陈秀英', relation: 'self' }];
const sentences = (values: Parameters<typeof checkSignature>[0]) => checkSignature(values).map((error) => error.path);

it('签名要是申请人本人的姓名，空格不计', () => {
  expect(sentences({ members, authorise: true, signature: '陈 秀英' })).toEqual([]);
  expect(sentences({ members, authorise: true, signature: '黄丽' })).toEqual(['signature']);
});

it('不同意核对，交不了，说清为什么', () => {
  expect(sentences({ members, authorise: false })).toEqual(['authorise']);
  expect(sentences({ members })).toEqual([]);
});
