import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { lastAnswer, query, SIGNED_OUT } from '../../api-client.ts';
import { forgetWindow } from '../../kept-answers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { lastSession, useSession } from '../../ui/session.ts';
import { SignInForm } from '../../ui/sign-in-form.tsx';
import type { ApiProblem } from '../../api-client.ts';

/** Warned so long before a session left alone is over. */
const WARN_MS = 5 * 60_000;
const LOOK_MS = 15_000;

/**
 * Time limits a person can live with: a session left alone asks before it ends and goes on at one press; one that is over asks who it is without
 * taking the page away, and everything typed is still there.
 */
export function SessionEnd() {
  const session = useSession();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const ended = () => { if (lastSession() !== undefined) setOver(true); };
    window.addEventListener(SIGNED_OUT, ended);
    return () => window.removeEventListener(SIGNED_OUT, ended);
  }, []);
  const gone = over || (session === null && lastSession() !== undefined);
  if (gone) return <SignInAgain onDone={() => setOver(false)} />;
  return session === null || session === undefined ? null : <StillThere idleMinutes={session.idleMinutes} />;
}

function StillThere({ idleMinutes }: { idleMinutes: number | undefined }) {
  const [near, setNear] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  useEffect(() => {
    if (idleMinutes === undefined) return undefined;
    const look = setInterval(() => setNear(Date.now() - lastAnswer.at > idleMinutes * 60_000 - WARN_MS), LOOK_MS);
    return () => clearInterval(look);
  }, [idleMinutes]);
  if (!near) return null;
  const goOn = async () => {
    setProblem(undefined);
    try {
      await query('session.me');
      setNear(false);
    } catch (failure) {
      setProblem(failure as ApiProblem);
    }
  };
  return (
    <Dialog open title="您还在吗" onClose={() => void goOn()} foot={<Button kind="main" onPress={() => void goOn()}>还在，接着用</Button>}>
      <p role="alert">您有一会儿没动了。为了别人看不到您家的事，再过几分钟会自动退出。</p>
      <p>写的都存着，退出了也不丢。</p>
      <ErrorNote problem={problem} />
    </Dialog>
  );
}

function SignInAgain({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const before = lastSession();
  const done = async () => {
    const me = await query<{ account: { id: number } | null }>('session.me');
    // another person on the same phone starts with an empty page
    if (me.account?.id !== before?.account.id) { forgetWindow(); window.location.assign('/my'); return; }
    await client.invalidateQueries();
    onDone();
    window.dispatchEvent(new Event('minzheng:signed-in'));
  };
  const leave = () => { forgetWindow(); window.location.assign('/'); };
  return (
    <Dialog open title="登录到时间了" onClose={leave}>
      <p role="alert">您写的都还在。再登录一次，接着写。</p>
      <SignInForm kind="resident" nameLabel="手机号或身份证号" submit="登录，接着写" onDone={() => void done()} />
      <p className="note">不想接着写了，点“关闭”，回到首页。</p>
    </Dialog>
  );
}
