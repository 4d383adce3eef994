import { setActing, useActing } from '../../acting.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { A, useOpen } from '../../ui/link.tsx';
import { useForgetSession, type Session } from '../../ui/session.ts';
import type { MyMessages } from '../parts/messages.ts';

/** 消息, with how many are new; asked again every few minutes. */
function Unread() {
  const unread = useApiQuery<MyMessages>('inbox.my-messages', {}, { everyMs: 180_000 }).data?.unread ?? 0;
  return <A className="plain" href="/my/messages">消息{unread > 0 ? <b className="law-ink"> {unread > 99 ? '99+' : unread} 条新的</b> : null}</A>;
}

/** One's own name leading to one's own page, and the way out; or the way in. */
export function Account({ session }: { session: Session | null }) {
  const forget = useForgetSession();
  const open = useOpen();
  const acting = useActing();
  const leave = useApiCommand<{ readonly to?: string }>('session.sign-out', { refresh: false });
  if (session === null) return <A className="plain" href="/sign-in">登录</A>;
  const signOut = async () => {
    const left = await leave.run({});
    if (left === undefined) return;
    setActing(null);
    if (left.to !== undefined) return window.location.assign(left.to);
    await forget();
    open('/');
  };
  return <>{session.account.kind === 'resident' && acting === null ? <Unread /> : null}<A className="plain" href="/my">{session.account.name}</A><button type="button" className="link plain" onClick={() => void signOut()}>退出</button></>;
}
