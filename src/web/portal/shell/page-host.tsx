import { Suspense } from 'react';
import { useActing } from '../../acting.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { lastSession, useCity, useSession, useSessionProblem } from '../../ui/session.ts';
import { OwnAffairsOnly } from '../parts/acting-band.tsx';
import { FirstPassword } from './first-password.tsx';
import type { PageDeclaration } from './page.ts';
import { portalName } from './portal-name.ts';
import { SignIn } from './sign-in.tsx';

/** One open page; one that needs a person asks who it is first, and is then shown. */
export function PageHost({ page }: { page: PageDeclaration }) {
  const session = useSession();
  const city = useCity();
  const acting = useActing();
  // a session that ran out while the page was open: the page stays, the person signs in over it
  const nobody = session === null && lastSession() === undefined;
  const waits = page.signIn === true && session === undefined;
  const problem = useSessionProblem();
  return (
    <PageFrame title={page.title} place={portalName(city)}>
      {session?.next === 'change-password' ? <FirstPassword name={session.account.name} /> : page.signIn === true && nobody ? <SignIn what={page.title} /> : waits ? <div className="cols rest">{problem === undefined ? <Loading /> : <section className="prose"><h1 tabIndex={-1}>{page.title}</h1><ErrorNote problem={problem} /></section>}</div> : page.signIn === true && page.mandated !== true && acting !== null ? <OwnAffairsOnly title={page.title} /> : <Suspense fallback={<div className="cols"><Loading /></div>}><page.component /></Suspense>}
    </PageFrame>
  );
}
