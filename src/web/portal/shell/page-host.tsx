import { Suspense } from 'react';
import { Loading } from '../../ui/loading.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { useCity, useSession } from '../../ui/session.ts';
import type { PageDeclaration } from './page.ts';
import { portalName } from './portal-name.ts';
import { SignIn } from './sign-in.tsx';

/** One open page; one that needs a person asks who it is first, and is then shown. */
export function PageHost({ page }: { page: PageDeclaration }) {
  const session = useSession();
  const city = useCity();
  const waits = page.signIn === true && session === undefined;
  return (
    <PageFrame title={page.title} place={portalName(city)}>
      {page.signIn === true && session === null ? <SignIn what={page.title} /> : waits ? <div className="cols"><Loading /></div> : <Suspense fallback={<div className="cols"><Loading /></div>}><page.component /></Suspense>}
    </PageFrame>
  );
}
