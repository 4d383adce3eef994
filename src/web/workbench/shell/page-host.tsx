import { lazy, Suspense, type ComponentType } from 'react';
import { Loading } from '../../ui/loading.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { usePost, useSession } from '../../ui/session.ts';
import type { PageEntry } from './page.ts';

const loaded = new Map<string, ComponentType>();

/** The page's component, loaded once when first opened. */
function componentOf(page: PageEntry): ComponentType {
  const known = loaded.get(page.path);
  if (known !== undefined) return known;
  const component = lazy(async () => ({ default: (await page.load()).default.component }));
  loaded.set(page.path, component);
  return component;
}

/** One open page, or the sentence why this post may not see it. */
export function PageHost({ page }: { page: PageEntry }) {
  const session = useSession();
  const post = usePost();
  const Page = componentOf(page);
  const allowed = page.roles === undefined || (post !== undefined && page.roles.includes(post.role));
  return (
    <PageFrame title={page.title} place={session?.city.name ?? '大民政'}>
      {allowed
        ? <Suspense fallback={<div className="page"><Loading /></div>}><Page /></Suspense>
        : <div className="page"><h1 tabIndex={-1}>{page.title}</h1><p className="lead">您现在的岗位是{post === undefined ? '空的' : `${post.divisionName}${post.roleTitle}`}，不看这一页。有别的岗位，请在右上角换过来。</p></div>}
    </PageFrame>
  );
}
