import { useLocation, useRouter } from '@tanstack/react-router';
import { useKeys, type KeyMap } from '../../ui/keys.tsx';
import { useOpen } from '../../ui/link.tsx';
import type { Session } from '../../ui/session.ts';
import { listRows, walkRows } from '../../ui/walk-rows.ts';
import { mayOpen, type PageDeclaration } from './page.ts';
import { matches } from './spine.tsx';

/** Rows are walked with the arrows only where the sheet is a list; a case is read with them. */
const isList = (): boolean => listRows().length > 0 && document.querySelector('main .case-body') === null;
const hasRows = (): boolean => listRows().length > 0;

/** The keys of every page of the desk: walking rows, going up, going to places. Each page adds its own. */
export function GlobalKeys({ pages, session }: { pages: readonly PageDeclaration[]; session: Session | undefined }) {
  const open = useOpen();
  const router = useRouter();
  const { pathname } = useLocation();
  const role = session?.posts.find((post) => post.id === session.post)?.role;
  const places: KeyMap = Object.fromEntries(pages.filter((page) => page.go !== undefined && mayOpen(page, role)).map((page) => [`g ${page.go ?? ''}`, { title: `去${page.title}`, run: () => open(page.path) }]));
  const up = () => {
    const to = upFrom(pages, pathname);
    if (to === undefined) router.history.back();
    else open(to);
  };
  const walk = (by: 1 | -1, when: () => boolean, title: string) => ({ title, when, run: () => { walkRows(by); } });
  useKeys({
    j: walk(1, hasRows, '下一行'), k: walk(-1, hasRows, '上一行'), ArrowDown: walk(1, isList, '下一行'), ArrowUp: walk(-1, isList, '上一行'),
    u: { title: '回上一层', run: up }, Backspace: { title: '回上一层', run: up },
    ...places,
  });
  return null;
}

/** The page over this one: a shorter address that is a page, else the one it says it lies under. */
export function upFrom(pages: readonly PageDeclaration[], pathname: string): string | undefined {
  const own = pathname.replace(/\/$/, '');
  const parts = own.split('/');
  for (let at = parts.length - 1; at > 1; at -= 1) {
    const shorter = parts.slice(0, at).join('/');
    if (pages.some((page) => matches(page.path, shorter))) return shorter;
  }
  const under = pages.find((page) => matches(page.path, own))?.under;
  return under === undefined || under.includes('$') ? undefined : under;
}
