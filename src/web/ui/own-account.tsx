import { useApiCommand } from '../api-client.ts';
import { Button } from './button.tsx';
import type { MyAccount } from './change-password-form.tsx';
import { ErrorNote } from './error-note.tsx';
import { instantWords } from './instant-words.ts';

const EVENTS: Readonly<Record<string, string>> = { 'opened': '开通账号', 'password-reset': '密码被重设', 'password-changed': '修改密码', 'sessions-ended': '登录全部失效', 'enabled': '账号重新启用', 'disabled': '账号停用', 'unlocked': '解除锁定', 'factor-reset': '动态验证码被重置', 'kept': '账号留用', 'fell-asleep': '长期不登录，停用', 'post-added': '加岗位', 'post-ended': '结束岗位', 'post-moved': '调岗', 'handed-over': '接手同事的工作' };
export const accountEventTitle = (kind: string): string => EVENTS[kind] ?? kind;
const SIGN_INS: Readonly<Record<string, string>> = { 'signed-in': '登录', 'began': '密码对，还差一步', 'wrong-password': '密码不对', 'wrong-second-factor': '验证码不对', 'locked': '错太多，锁定', 'shut-out': '锁定期间又试', 'expired': '一次性密码已过期', 'signed-out': '退出' };
export const signInTitle = (kind: string): string => SIGN_INS[kind] ?? kind;

/** Where one is signed in now, and the way to end it elsewhere: a telephone that was lost, a computer one left. */
export function OwnSessions({ account }: { account: MyAccount }) {
  const end = useApiCommand('access.end-own-sessions');
  const others = account.sessions.filter((one) => !one.here).length;
  return (
    <>
      <ul className="sessions">{account.sessions.map((one) => (
        <li key={one.id}>
          <p><b>{one.device}</b>{one.here ? '，就是这里' : ''}</p>
          <p className="note">{instantWords(one.since)} 登录，{instantWords(one.lastSeen)} 用过</p>
          {one.here ? null : <p className="acts"><Button busy={end.busy} onPress={() => void end.run({ session: one.id })}>让它退出</Button></p>}
        </li>
      ))}</ul>
      <ErrorNote problem={end.problem} />
      {others < 2 ? null : <p className="acts"><Button busy={end.busy} onPress={() => void end.run({})}>别处的全部退出</Button></p>}
    </>
  );
}
