import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './accounts.css';

/** The slip with the one-time password: shown this once, printed or copied down, kept nowhere. */
export function OneTimeSlip({ name, login, password, resident = false, onClose }: { name: string; login: string; password: string | undefined; resident?: boolean; onClose: () => void }) {
  return (
    <Dialog open title="一次性密码" onClose={onClose} foot={<><Button onPress={() => window.print()}>打印这张条</Button><Button kind="main" onPress={onClose}>抄好了，关上</Button></>}>
      {password === undefined ? <p>这次没有显示密码：同一步按了两次，密码只说一次。请再重设一次。</p> : (
        <div className="slip-of-password">
          <p>{name}，账号 <b className="code">{login}</b></p>
          <p className="password" aria-label="一次性密码">{password}</p>
          <p className="note">只显示这一次，关上就再也看不到。7 天内有效。{resident ? '第一次登录时自己定一个密码，写一句记得住的话就行。不要告诉别人，工作人员也不会问您要。' : '第一次登录要换成自己的。请当面交给本人。'}</p>
        </div>
      )}
    </Dialog>
  );
}
