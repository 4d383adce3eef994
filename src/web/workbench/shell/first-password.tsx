import { useEffect } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ChangePasswordForm } from '../../ui/change-password-form.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useForgetSession, type Session } from '../../ui/session.ts';

/** The password at hand is another's, or too old: an own one first, on the sheet of the door. */
export function FirstPassword({ session }: { session: Session }) {
  const leave = useApiCommand('session.sign-out', { refresh: false });
  const forget = useForgetSession();
  useEffect(() => { document.title = '换密码 · 大民政'; }, []);
  const goOut = async () => { if ((await leave.run({})) !== undefined) await forget(); };
  return (
    <main className="door" id="main">
      <section className="door-sheet wenwu" aria-labelledby="door">
        <p className="brand"><Icon name="brand" />大民政</p>
        <h1 id="door">{session.account.name}，先换密码</h1>
        <p className="lead">一次性密码，或到了期限的密码，要换成只有您自己知道的。换好就进去。</p>
        <ChangePasswordForm first submit="换好，进去" />
        <ErrorNote problem={leave.problem} />
        <p className="note">不是您？<Button kind="bare" onPress={() => void goOut()} busy={leave.busy}>退出，换账号登录</Button></p>
      </section>
    </main>
  );
}
