import { Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { OfflineBar } from '../../ui/offline-bar.tsx';
import { DemoBand } from '../../ui/demo-mark.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Sprite } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useSession, useSessionProblem, type Session } from '../../ui/session.ts';
import { SignInForm } from '../../ui/sign-in-form.tsx';
import { FirstPassword } from './first-password.tsx';
import { GlobalKeys } from './global-keys.tsx';
import { KeyList } from './key-list.tsx';
import type { PageDeclaration } from './page.ts';
import { AskForCode } from '../second-factor/ask-for-code.tsx';
import { SecondFactorStep } from '../second-factor/sign-in-step.tsx';
import { NotStaff, SignIn, SignInStep } from './sign-in.tsx';
import { Shelf, Spine } from './spine.tsx';
import { Topbar } from './topbar.tsx';

/** The desk: a strip on top, index tabs on the spine, one sheet. */
export function Shell({ pages }: { pages: readonly PageDeclaration[] }) {
  const session = useSession();
  const problem = useSessionProblem();
  const { pathname } = useLocation();
  const [last, setLast] = useState<Session | undefined>(undefined);
  // signing in is finished: this is what stays on the screen if the session ends later
  if (session && session.next === 'none' && session !== last) setLast(session);
  const step = session && session.next !== 'none' ? session : undefined;
  const open = pages.some((page) => page.open === true && page.path === pathname.replace(/\/$/, ''));
  const shown = step ? last : (session ?? last);
  if (session?.next === 'change-password') return <><Sprite /><FirstPassword session={session} /></>;
  if (shown === undefined && !open) {
    return (
      <>
        <Sprite />
        {step !== undefined ? <SignInStep session={step} /> : session === null ? <SignIn /> : problem !== undefined ? <div className="page"><ErrorNote problem={problem} /></div> : <div className="page"><Loading /></div>}
      </>
    );
  }
  if (shown?.account.kind === 'resident') return <><Sprite /><NotStaff session={shown} onLeft={() => setLast(undefined)} /></>;
  return (
    <>
      <Sprite />
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus(); }}>跳到正文</a>
      {shown?.city.demo === true ? <DemoBand cityName={shown.city.name} /> : null}
      <OfflineBar />
      <Topbar pages={pages} session={shown} onLeft={() => setLast(undefined)} />
      <div className="frame">
        <Spine pages={pages} session={shown} />
        <main className="sheet wenwu" id="main" tabIndex={-1}><Shelf pages={pages} session={shown} /><Outlet /></main>
      </div>
      <GlobalKeys pages={pages} session={shown} />
      <KeyList />
      <AskForCode />
      <Dialog open={step !== undefined && last !== undefined} title="还差一步" onClose={() => setLast(undefined)}>{step === undefined ? null : <SecondFactorStep session={step} />}</Dialog>
      <Dialog open={session === null && last !== undefined} title="请再登录一次" onClose={() => setLast(undefined)}>
        <p>时间久了，登录已经失效。您正在写的都还在，登录后接着办。</p>
        <SignInForm kind="staff" nameLabel="账号" submit="登录，接着办" />
      </Dialog>
    </>
  );
}
