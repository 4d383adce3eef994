import { lazy, Suspense, type ComponentType } from 'react';
import { Loading } from '../../ui/loading.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { useCity, useSession } from '../../ui/session.ts';
import type { PageEntry } from './page.ts';
import { portalName } from './portal-name.ts';
import { SignIn } from './sign-in.tsx';

const loaded = new Map<string, ComponentType>();

function componentOf(page: PageEntry): ComponentType {
  const known = loaded.get(page.path);
  if (known !== undefined) return known;
  const component = lazy(async () => ({ default: (await page.load()).default.component }));
  loaded.set(page.path, component);
  return component;
}

/** One open page; one that needs a person asks who it is first, and is then shown. */
export function PageHost({ page }: { page: PageEntry }) {
  const session = useSession();
  const city = useCity();
  const Page = componentOf(page);
  const waits = page.signIn === true && session === undefined;
  return (
    <PageFrame title={page.title} place={portalName(city)}>
      {page.signIn === true && session === null ? <SignIn what={page.title} /> : waits ? <div className="cols"><Loading /></div> : <Suspense fallback={<div className="cols"><Loading /></div>}><Page /></Suspense>}
    </PageFrame>
  );
}
