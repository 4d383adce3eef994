import { expect, it } from 'vitest';
import type { PageDeclaration } from './page.ts';
import { litPath, shelfFor, tabsFor } from './spine.tsx';

const component = () => null;
const PAGES: readonly PageDeclaration[] = [
  { path: '/rolls', title: '发放', tab: { label: '发放', order: 3 }, roles: ['finance'], component },
  { path: '/tasks', title: '待办', tab: { label: '待办', order: 1 }, component },
  { path: '/cases/$id', title: '办件', under: '/tasks', component },
  { path: '/style', title: '样张', component },
];

it('只有这个岗位看得到的标签，按次序', () => {
  expect(tabsFor(PAGES, 'clerk').map((page) => page.path)).toEqual(['/tasks']);
  expect(tabsFor(PAGES, 'finance').map((page) => page.path)).toEqual(['/tasks', '/rolls']);
});

it('打开一件，亮的是它所属的标签', () => {
  expect(litPath(PAGES, '/cases/001873')).toBe('/tasks');
  expect(litPath(PAGES, '/rolls')).toBe('/rolls');
  expect(litPath(PAGES, '/style')).toBeUndefined();
  expect(litPath(PAGES, '/nowhere/1')).toBeUndefined();
});

it('the shelf of a tab: its own page first, then those beside it that the post may see, in order; a tab with nothing beside has none', () => {
  const page = (path: string, more: Partial<PageDeclaration> = {}): PageDeclaration => ({ path, title: path, component: () => null, ...more });
  const pages = [page('/cases', { tab: { label: '办件', order: 1 } }), page('/late', { under: '/cases', shelf: { label: '督办', order: 2 }, roles: ['approver'] }),
    page('/served', { under: '/cases', shelf: { label: '送达', order: 1 } }), page('/cases/$id', { under: '/cases' }), page('/rolls', { tab: { label: '发放', order: 2 } })];
  expect(shelfFor(pages, 'approver', '/cases').map((one) => one.path)).toEqual(['/cases', '/served', '/late']);
  expect(shelfFor(pages, 'town-clerk', '/cases').map((one) => one.path)).toEqual(['/cases', '/served']);
  expect(shelfFor(pages, 'approver', '/rolls')).toEqual([]);
});
