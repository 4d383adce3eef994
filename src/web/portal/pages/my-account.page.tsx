import '../../forms/forms.css';
import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ChangePasswordForm, type MyAccount } from '../../ui/change-password-form.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { accountEventTitle, OwnSessions, signInTitle } from '../../ui/own-account.tsx';
import { definePage } from '../shell/page.ts';

/** 账号与密码: the own password in plain words, where one is signed in, who did what to the account. */
function MyAccountPage() {
  const read = useApiQuery<MyAccount>('access.my-account');
  const [changed, setChanged] = useState(false);
  return (
    <div className="cols rest mine"><Await read={read} what="您的账号" lines={6}>{(mine) => (
      <>
        <div>
          <h1 tabIndex={-1}>账号与密码</h1>
          <p className="lead">登录时写的账号是 <b className="nowrap">{mine.login}</b>。</p>
          {mine.hasPassword ? <section className="mine-part" aria-labelledby="change"><h2 id="change">换一个密码</h2>{changed ? <p role="status">换好了。下次登录用新的，别处的登录都已退出。</p> : <ChangePasswordForm submit="换密码" onDone={() => setChanged(true)} />}</section> : <p>您是用统一认证登录的，这里没有单独的密码。</p>}
          <section className="mine-part" aria-labelledby="where"><h2 id="where">现在登录着的地方</h2><OwnSessions account={mine} /></section>
        </div>
        <div className="side">
          <section className="help" aria-labelledby="careful"><h2 id="careful">当心</h2><p>密码不要告诉别人。工作人员不会打电话问您要密码。</p><p>有不认识的登录，点“让它退出”，再换密码。</p><p>忘了密码，带身份证到村（居）委会或镇区窗口，当场重设。</p></section>
          <section aria-labelledby="done"><h2 id="done">账号的变动</h2><ul className="bring">{mine.events.map((one, at) => <li key={at}>{instantWords(one.at)}，{accountEventTitle(one.kind)}<br /><span className="note">{one.by}：{one.reason}</span></li>)}</ul></section>
          <details><summary>最近的登录（{mine.signIns.length}）</summary><ul className="bring">{mine.signIns.map((one, at) => <li key={at}>{instantWords(one.at)}，{signInTitle(one.kind)}<br /><span className="note">{one.device}</span></li>)}</ul></details>
        </div>
      </>
    )}</Await></div>
  );
}

export default definePage({ path: '/my/account', title: '账号与密码', signIn: true, covers: ['S215'], component: MyAccountPage });
