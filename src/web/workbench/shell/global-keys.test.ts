import { expect, it } from 'vitest';
import { upFrom } from './global-keys.tsx';
import type { PageDeclaration } from './page.ts';

const component = () => null;
const PAGES: readonly PageDeclaration[] = [
  { path: '/tasks', title: '待办', component }, { path: '/cases', title: '办件', component }, { path: '/cases/$caseId', title: '一件', under: '/cases', component },
  { path: '/cases/$caseId/print', title: '审批表', component }, { path: '/reviews', title: '定期复核', under: '/tasks', component }, { path: '/style', title: '样张', component },
];

it('往上一层：先看短一截的地址是不是一页，再看它归在哪里', () => {
  expect(upFrom(PAGES, '/cases/12/print')).toBe('/cases/12');
  expect(upFrom(PAGES, '/cases/12')).toBe('/cases');
  expect(upFrom(PAGES, '/reviews')).toBe('/tasks');
  expect(upFrom(PAGES, '/style')).toBeUndefined();
});
