import { useLocation } from '@tanstack/react-router';
import { useApiQuery } from '../../api-client.ts';
import { A } from '../../ui/link.tsx';
import type { Session } from '../../ui/session.ts';
import { mayOpen, type PageDeclaration } from './page.ts';

/** Pages that have a tab this post may see, in their order. */
export function tabsFor(pages: readonly PageDeclaration[], role: string | undefined): readonly PageDeclaration[] {
  return pages
    .filter((page) => page.tab !== undefined && mayOpen(page, role))
    .sort((a, b) => (a.tab?.order ?? 0) - (b.tab?.order ?? 0));
}

/** The page whose tab is lit: the open page itself, or the one it says it lies under. */
export function litPath(pages: readonly PageDeclaration[], pathname: string): string | undefined {
  const open = pages.find((page) => matches(page.path, pathname));
  return open === undefined ? undefined : open.tab === undefined ? open.under : open.path;
}

/** Pages of the lit tab that this post may see: the tab's own first, then those that stand on its shelf. */
export function shelfFor(pages: readonly PageDeclaration[], role: string | undefined, lit: string | undefined): readonly PageDeclaration[] {
  const may = (page: PageDeclaration): boolean => mayOpen(page, role);
  const first = pages.filter((page) => page.path === lit && may(page));
  const beside = pages.filter((page) => page.under === lit && page.shelf !== undefined && may(page)).sort((a, b) => (a.shelf?.order ?? 0) - (b.shelf?.order ?? 0));
  return beside.length === 0 ? [] : [...first, ...beside];
}

/** Whether an address is one of a declared path. */
export function matches(pattern: string, pathname: string): boolean {
  const wanted = pattern.split('/').filter(Boolean);
  const given = pathname.split('/').filter(Boolean);
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith('$') || part === given[at]);
}

/** 文件夹标签: index tabs on the spine of the sheet; along the bottom on a phone. */
export function Spine({ pages, session }: { pages: readonly PageDeclaration[]; session: Session | undefined }) {
  const { pathname } = useLocation();
  const lit = litPath(pages, pathname);
  const role = session?.posts.find((post) => post.id === session.post)?.role;
  return <nav className="spine" aria-label="工作台">{tabsFor(pages, role).map((page) => <Tab key={page.path} page={page} lit={page.path === lit} />)}</nav>;
}

/** The pages beside the open one, under the same tab. */
export function Shelf({ pages, session }: { pages: readonly PageDeclaration[]; session: Session | undefined }) {
  const { pathname } = useLocation();
  const role = session?.posts.find((post) => post.id === session.post)?.role;
  const shelf = shelfFor(pages, role, litPath(pages, pathname));
  // only on the pages of the shelf itself: a case or a roll is read without it
  if (!shelf.some((page) => page.path === pathname.replace(/\/$/, ''))) return null;
  return <nav className="shelf noprint" aria-label="同一栏的页面">{shelf.map((page) => <OnShelf key={page.path} page={page} lit={page.path === pathname.replace(/\/$/, '')} />)}</nav>;
}

function OnShelf({ page, lit }: { page: PageDeclaration; lit: boolean }) {
  const asked = page.shelf?.count;
  const count = useApiQuery<{ readonly count: number }>(asked ?? 'none', {}, { enabled: asked !== undefined, everyMs: 60_000 }).data?.count ?? 0;
  return <A href={page.path} aria-current={lit ? 'page' : undefined}>{page.shelf?.label ?? page.title}{count > 0 ? <b>{count > 99 ? '99+' : count}</b> : null}</A>;
}

function Tab({ page, lit }: { page: PageDeclaration; lit: boolean }) {
  const count = useApiQuery<{ readonly count: number }>(page.tab?.count ?? 'none', {}, { enabled: page.tab?.count !== undefined, everyMs: 60_000 }).data?.count;
  return <A href={page.path} aria-current={lit ? 'page' : undefined}>{page.tab?.label}{count === undefined ? null : <b>{count > 99 ? '99+' : count}</b>}</A>;
}
