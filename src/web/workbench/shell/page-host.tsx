import { Suspense } from 'react';
import { Loading } from '../../ui/loading.tsx';
import { A } from '../../ui/link.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { usePost, useSession } from '../../ui/session.ts';
import { mayOpen, type PageDeclaration } from './page.ts';
import { rememberPlace } from './recent.ts';
import { tabsFor } from './spine.tsx';

/** One open page, or the sentence why this post may not see it. */
export function PageHost({ page, pages }: { page: PageDeclaration; pages: readonly PageDeclaration[] }) {
  const session = useSession();
  const post = usePost();
  const allowed = mayOpen(page, post?.role);
  const first = allowed ? undefined : tabsFor(pages, post?.role)[0];
  return (
    <PageFrame title={page.title} place={session?.city.name ?? '大民政'} onNamed={(path, name) => { if (session) rememberPlace(session.account.id, { href: path.replace(/^\/workbench/, ''), title: name }); }}>
      {allowed
        ? <Suspense fallback={<div className="page"><Loading /></div>}><page.component /></Suspense>
        : <div className="page"><h1 tabIndex={-1}>{page.title}</h1><p className="lead">您现在的岗位是{post === undefined ? '空的' : `${post.divisionName}${post.roleTitle}`}，不看这一页。有别的岗位，请在右上角换过来。</p>{first === undefined ? null : <p><A href={first.path}>打开{first.title}</A></p>}</div>}
    </PageFrame>
  );
}
