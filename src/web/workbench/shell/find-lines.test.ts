import { expect, it } from 'vitest';
import { hitLines, listPlaces, readVerb } from './find-lines.ts';
import type { PageDeclaration } from './page.ts';
import { withPlace } from './recent.ts';

const component = () => null;
const PAGES: readonly PageDeclaration[] = [
  { path: '/tasks', title: '待办', go: 't', letters: ['db', 'daiban'], component }, { path: '/cases/$caseId', title: '一件', letters: ['yj', 'yijian'], component },
  { path: '/jobs', title: '后台作业', roles: ['administrator'], letters: ['htzy', 'houtaizuoye'], component },
];

it('页面按名字、拼音首字母、全拼找；只给这个岗位能开的，带参数的地址不算', () => {
  expect(listPlaces(PAGES, 'town-clerk', 'db').map((one) => one.href)).toEqual(['/tasks']);
  expect(listPlaces(PAGES, 'town-clerk', '待').map((one) => one.note)).toEqual(['页面　G T']);
  expect(listPlaces(PAGES, 'town-clerk', 'ht')).toEqual([]);
  expect(listPlaces(PAGES, 'administrator', 'ht').map((one) => one.href)).toEqual(['/jobs']);
  expect(listPlaces(PAGES, 'town-clerk', 'yj')).toEqual([]);
});
it('动作按词找，只给能办的岗位', () => {
  expect(listPlaces(PAGES, 'town-clerk', '新申').map((one) => one.href)).toEqual(['/cases/new']);
  expect(listPlaces(PAGES, 'finance', '新申')).toEqual([]);
});
it('名字前面的动词：去那一户办那件事', () => {
  expect(readVerb('变更 李')).toEqual({ verb: '办理变更', text: '李' });
  expect(readVerb('变更')).toEqual({ verb: undefined, text: '变更' });
  expect(readVerb('陈 秀英')).toEqual({ verb: undefined, text: '陈 秀英' });
  const hits = [{ kind: 'person', id: 3, household: 8, title: '李*', note: '女' }, { kind: 'case', id: 9, title: 'ZS-1', note: '' }] as const;
  expect(hitLines(hits, '办理变更')).toEqual([{ id: 'person-3', title: '办理变更：李*', note: '人　女', href: '/households/8' }]);
  expect(hitLines(hits, undefined).map((one) => one.href)).toEqual(['/people/3', '/cases/9']);
});
it('刚看过的排在最前，不重复', () => {
  expect(withPlace([{ href: '/a', title: '甲' }, { href: '/b', title: '乙' }], { href: '/b', title: '乙二' }).map((one) => one.title)).toEqual(['乙二', '甲']);
});
