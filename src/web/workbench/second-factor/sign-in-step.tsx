import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../ui/session.ts';
import { BindPhone } from './bind-phone.tsx';
import { CodeForm } from './code-form.tsx';

/** The step of signing in that has to do with the second factor; null where the session is at another one. */
export function SecondFactorStep({ session }: { session: Session }) {
  const client = useQueryClient();
  const goOn = () => void client.invalidateQueries();
  if (session.next === 'second-factor') return <><p className="lead">{session.account.name}，前一步对了。再写上手机上的验证码。</p><CodeForm submit="进入办公台" onDone={goOn} /></>;
  if (session.next !== 'enrol-second-factor') return null;
  return (
    <>
      <p className="lead">{session.account.name}，您的岗位要签批或付款，登录还要一部手机上的动态验证码。绑定一次，以后登录时写 6 位数字。</p>
      <BindPhone begin="开始绑定" done="抄好了，进入办公台" onDone={goOn} />
    </>
  );
}
