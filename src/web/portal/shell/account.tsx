import { useApiCommand } from '../../api-client.ts';
import { A, useOpen } from '../../ui/link.tsx';
import { useForgetSession, type Session } from '../../ui/session.ts';

/** One's own name leading to one's own page, and the way out; or the way in. */
export function Account({ session }: { session: Session | null }) {
  const forget = useForgetSession();
  const open = useOpen();
  const leave = useApiCommand('session.sign-out', { refresh: false });
  if (session === null) return <A className="plain" href="/sign-in">登录</A>;
  const signOut = async () => {
    if ((await leave.run({})) === undefined) return;
    await forget();
    open('/');
  };
  return <><A className="plain" href="/my">{session.account.name}</A><button type="button" className="link plain" onClick={() => void signOut()}>退出</button></>;
}
