import '../registers/ruled-list.css';
import '../accounts/accounts.css';
import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ChangePasswordForm, type MyAccount } from '../../ui/change-password-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { A } from '../../ui/link.tsx';
import { accountEventTitle, OwnSessions, signInTitle } from '../../ui/own-account.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { OwnSecondFactor } from '../second-factor/own-second-factor.tsx';
import { definePage } from '../shell/page.ts';

/** 我的账号: the own password, where one is signed in, the last sign-ins, the posts one acts under. */
function Me() {
  const { account, posts } = useSignedIn();
  const read = useApiQuery<MyAccount>('access.my-account');
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  return (
    <div className="page">
      <Await read={read} what="我的账号" lines={6}>{(mine) => (
        <>
          <PageHead over={<>账号 <span className="code">{mine.login}</span></>} title={account.name} lead={leadOf(mine)}>{mine.hasPassword ? <Button kind="main" onPress={() => setChanging(true)}>改密码</Button> : null}</PageHead>
          {changed ? <p role="status">密码改好了。别处的登录都已退出。</p> : null}
          <Section title="岗位"><ul className="ruled">{posts.map((post) => <li key={post.id}><p className="l1"><span>{post.divisionName} {post.roleTitle}</span><span>{post.actingFor ? `代${post.actingFor}` : ''}</span></p></li>)}</ul><p className="note">外出、休假前，在<A href="/deputies">岗位代理</A>里请同事代办。</p></Section>
          <Section title="动态验证码"><OwnSecondFactor /></Section>
          <Section title="现在登录着的地方"><OwnSessions account={mine} /><p className="note">放着 {mine.rules.idleMinutes} 分钟不动会自动退出。不认识的，让它退出，再改密码。</p></Section>
          <Section title="最近的登录"><ul className="ruled">{mine.signIns.map((one, at) => <li key={at}><p className="l1"><span>{signInTitle(one.kind)}</span><span>{instantWords(one.at)}</span></p><p className="note">{one.device}</p></li>)}</ul></Section>
          {mine.events.length === 0 ? null : <Section title="账号的变动"><ul className="ruled">{mine.events.map((one, at) => <li key={at}><p className="l1"><span>{accountEventTitle(one.kind)}</span><span>{instantWords(one.at)}</span></p><p className="note">{one.by}：{one.reason}</p></li>)}</ul></Section>}
        </>
      )}</Await>
      <Dialog open={changing} title="改密码" onClose={() => setChanging(false)}><ChangePasswordForm submit="改密码" onDone={() => { setChanging(false); setChanged(true); }} /></Dialog>
    </div>
  );
}

function leadOf(mine: MyAccount): string {
  if (!mine.hasPassword) return '用统一认证登录，这里没有单独的密码。';
  const since = mine.passwordSetAt === null ? '密码还是开通时的' : `密码是 ${instantWords(mine.passwordSetAt).slice(0, 10)} 改的`;
  return `${since}${mine.daysLeft === null ? '。' : mine.daysLeft < 0 ? '，已经到期，下次登录要换。' : `，还能用 ${mine.daysLeft} 天。`}`;
}

export default definePage({ path: '/me', title: '我的账号', under: '/tasks', covers: ['S215'], component: Me });
