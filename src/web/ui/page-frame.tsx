import { useMatch, useRouterState } from '@tanstack/react-router';
import { Component, createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';

const TitleSetter = createContext<(title: string | undefined) => void>(() => undefined);

/** Names the open page after what it shows (陈*英 · 低保申请) instead of its declared title. */
export function usePageTitle(title: string | undefined): void {
  const set = useContext(TitleSetter);
  useEffect(() => {
    set(title);
    return () => set(undefined);
  }, [set, title]);
}

/** Around an open page: its name in the window, the focus on its heading after a move, a sentence if it fails. */
export function PageFrame({ title, place, onNamed, children }: { title: string; place: string; /** Told the name of what is open once it is known. */ onNamed?: (path: string, name: string) => void; children: ReactNode }) {
  const [own, setOwn] = useState<string | undefined>(undefined);
  // The page's own address, and the one the router has finished going to: the address bar is ahead of both while a page loads.
  const path = useMatch({ strict: false, select: (match) => match.pathname });
  const arrived = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => { document.title = [own ?? title, place].filter(Boolean).join(' · '); }, [own, title, place]);
  useEffect(() => { if (own !== undefined && path !== undefined) onNamed?.(path, own); }, [own, path]); // oxlint-disable-line react-hooks/exhaustive-deps -- told once for each name
  useHeadingFocus(arrived);
  const setter = useMemo(() => setOwn, []);
  return <TitleSetter value={setter}><Catch key={path}>{children}</Catch></TitleSetter>;
}

/** The page shown before this one; each page has a frame of its own, so it cannot remember. */
let lastPath: string | undefined;

/** After a move within the face the focus goes to the new page's heading as soon as it is there, unless the person already went on. */
function useHeadingFocus(pathname: string | undefined): void {
  useEffect(() => {
    if (pathname === undefined) return undefined;
    const moved = lastPath !== undefined && lastPath !== pathname;
    lastPath = pathname;
    if (!moved) return undefined;
    const main = document.getElementById('main');
    if (main === null) return undefined;
    main.focus({ preventScroll: true });
    const tryFocus = () => {
      const heading = main.querySelector<HTMLElement>('h1');
      if (heading === null) return false;
      if (document.activeElement === main || document.activeElement === document.body) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
      }
      return true;
    };
    if (tryFocus()) return undefined;
    const watch = new MutationObserver(() => { if (tryFocus()) watch.disconnect(); });
    watch.observe(main, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [pathname]);
}

/** Keeps a failing page from taking the strip and the tabs with it. */
class Catch extends Component<{ children: ReactNode }, { failure: Error | undefined }> {
  override state: { failure: Error | undefined } = { failure: undefined };
  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }
  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return <div className="page"><ErrorNote problem={failure}><Button onPress={() => window.location.reload()}>重新打开这一页</Button></ErrorNote></div>;
  }
}
