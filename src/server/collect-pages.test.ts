import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectPages, readPageMeta } from './collect-pages.ts';

const read = (declared: string) => readPageMeta('x.page.tsx', `import { definePage } from './page.ts';\nfunction X() { return <p>页</p>; }\nexport default definePage(${declared});\n`);

describe('页的声明不运行就能读', () => {
  it('文字、数、清单、层次都读得出，component 不读', () => {
    expect(read(`{ path: '/rolls/$id', title: '发放', tab: { label: '发放', order: 3 }, roles: ['finance', 'approver'], open: true, component: X }`)).toEqual({ path: '/rolls/$id', title: '发放', tab: { label: '发放', order: 3 }, roles: ['finance', 'approver'], open: true });
  });
  it('写错了说文件、键和改法', () => {
    expect(() => read(`{ path: '/a', title: TITLE, component: X }`)).toThrow(/x\.page\.tsx: `title` in definePage is not a plain text.*write the value itself/);
    expect(() => read(`{ path: 'a', title: '甲', component: X }`)).toThrow(/`path`.*starts with \//);
    expect(() => read(`{ ...base, path: '/a', title: '甲', component: X }`)).toThrow(/spread/);
    expect(() => readPageMeta('y.page.tsx', 'export const a = 1;')).toThrow(/y\.page\.tsx: no `export default definePage/);
  });
});

it('现有的页两面都读得出，地址各不相同', () => {
  const root = join(import.meta.dirname, '../..');
  expect(collectPages(root, 'workbench').map((page) => page.meta.path)).toContain('/style');
  expect(collectPages(root, 'portal').map((page) => page.meta.path)).toContain('/accessibility');
});
