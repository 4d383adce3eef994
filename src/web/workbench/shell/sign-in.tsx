import { useEffect } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { DemoBand } from '../../ui/demo-mark.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useCity, useForgetSession, type Session } from '../../ui/session.ts';
import { SignInForm } from '../../ui/sign-in-form.tsx';
import { SecondFactorStep } from '../second-factor/sign-in-step.tsx';

/** A resident's account has no business at the desk. */
export function NotStaff({ session, onLeft }: { session: Session; onLeft: () => void }) {
  const leave = useApiCommand('session.sign-out', { refresh: false });
  const forget = useForgetSession();
  const goOut = async () => {
    if ((await leave.run({})) === undefined) return;
    onLeft();
    await forget();
  };
  return (
    <main className="door" id="main">
      <section className="door-sheet wenwu" aria-labelledby="door">
        <h1 id="door">这里是工作人员的办公台</h1>
        <p className="lead">您是用居民账号（{session.account.name}）登录的。申请、查进度，请到<a href="/">办事大厅</a>。</p>
        <ErrorNote problem={leave.problem} />
        <p className="note">是工作人员？<Button kind="bare" onPress={() => void goOut()} busy={leave.busy}>退出，换账号登录</Button></p>
      </section>
    </main>
  );
}

/** Signing in is not finished: the next step on the same sheet, and the way back out. */
export function SignInStep({ session }: { session: Session }) {
  const leave = useApiCommand('session.sign-out', { refresh: false });
  const forget = useForgetSession();
  useEffect(() => { document.title = '登录 · 大民政'; }, []);
  const goOut = async () => { if ((await leave.run({})) !== undefined) await forget(); };
  return (
    <main className="door" id="main">
      <section className="door-sheet wenwu" aria-labelledby="door">
        <p className="brand"><Icon name="brand" />大民政</p>
        <h1 id="door">还差一步</h1>
        <SecondFactorStep session={session} />
        <ErrorNote problem={leave.problem} />
        <p className="note">不是您？<Button kind="bare" onPress={() => void goOut()} busy={leave.busy}>退出，换账号登录</Button></p>
      </section>
    </main>
  );
}

/** The door of the desk: one sheet of office paper. */
export function SignIn() {
  const city = useCity();
  useEffect(() => { document.title = '登录 · 大民政'; }, []);
  return (
    <>
      {city?.demo === true ? <DemoBand cityName={city.name} /> : null}
      <main className="door" id="main">
        <section className="door-sheet wenwu" aria-labelledby="door">
          <p className="brand"><Icon name="brand" />大民政</p>
          <h1 id="door">{city === undefined ? '登录办公台' : `${city.name}办公台`}</h1>
          <p className="lead">用单位给您的账号。一个人一个账号，谁办的记在谁名下。</p>
          <SignInForm kind="staff" nameLabel="账号" submit="登录" />
          <p className="note">忘了密码，找本单位管理员重设。居民办事请走<a href="/">办事大厅</a>。</p>
        </section>
      </main>
    </>
  );
}
