import { useEffect, useRef, useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A } from '../../ui/link.tsx';
import { forgetPlaces } from './recent.ts';
import { useForgetSession, type Session } from '../../ui/session.ts';

/** Who one is; opens the posts one holds (one acts under one at a time) and the way out. */
export function Who({ session, onLeft }: { session: Session; onLeft: () => void }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const forget = useForgetSession();
  const take = useApiCommand('session.take-post');
  const leave = useApiCommand<{ readonly to?: string }>('session.sign-out', { refresh: false });
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: PointerEvent) => { if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false); };
    const escape = (event: KeyboardEvent) => { if (event.key === 'Escape') { setOpen(false); button.current?.focus(); } };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', escape);
    return () => { document.removeEventListener('pointerdown', away); document.removeEventListener('keydown', escape); };
  }, [open]);
  const post = session.posts.find((one) => one.id === session.post);
  const signOut = async () => {
    const left = await leave.run({});
    if (left === undefined) return;
    forgetPlaces();
    if (left.to !== undefined) return window.location.assign(left.to);
    onLeft();
    await forget();
  };
  return (
    <div className="who" ref={box}>
      <button type="button" className="btn bare" ref={button} aria-expanded={open} onClick={() => setOpen(!open)}>{session.account.name}<span className="note role">{post?.roleTitle}{post?.actingFor ? `（代${post.actingFor}）` : ''}</span></button>
      {open ? (
        <div className="float who-panel">
          <p className="note" id="posts">以哪个岗位办事</p>
          <ul aria-labelledby="posts">
            {session.posts.map((one) => (
              <li key={one.id}><button type="button" aria-pressed={one.id === session.post} onClick={() => void take.run({ post: one.id }).then((done) => { if (done !== undefined) setOpen(false); })}><b>{one.roleTitle}</b> <span>{one.divisionName}{one.actingFor ? `，代${one.actingFor}` : ''}</span></button></li>
            ))}
          </ul>
          <ErrorNote problem={take.problem ?? leave.problem} />
          <p><A href="/me">我的账号</A></p>
          <p><A href="/deputies">岗位代理</A></p>
          <p><A href="/second-factor">动态验证码</A></p>
          <p><Button onPress={() => void signOut()} busy={leave.busy} wide>退出</Button></p>
        </div>
      ) : null}
    </div>
  );
}
