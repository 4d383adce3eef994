import { A } from '../../ui/link.tsx';
import { definePage } from '../shell/page.ts';

function Help() {
  return (
    <div className="cols rest">
      <section className="prose">
        <h1 tabIndex={-1}>怎么找人帮忙</h1>
        <p className="lead">不会用手机、走不动、看不清，都有人帮。</p>
        <h2>打电话</h2>
        <p>打 <a href="tel:12345">12345</a>，说“民政，要申请补助”。走不动的，说“请人上门”。</p>
        <h2>找村（居）委会</h2>
        <p>带上身份证和户口本，到您住的村委会或居委会，工作人员帮您填。没有复印件也不要紧。</p>
        <h2>到镇区办事窗口</h2>
        <p>周一至周五 8:30–12:00，14:30–17:30。申请、补材料、授权签字、换银行账户都在这里办。</p>
        <h2>请家里人代办</h2>
        <p>家里人可以用自己的账号登录，替全家申请。家里每个成年人要各自签字同意核对：登录签，或到窗口签。</p>
        <h2>没有账号</h2>
        <p>带身份证到村（居）委会或镇区办事窗口，当场开通。算一算、看公示、提意见，不用账号。</p>
        <h2>字太小、用读屏软件</h2>
        <p>看<A href="/accessibility">无障碍说明</A>。</p>
      </section>
      <div className="side"><section className="help" aria-labelledby="hurry"><h2 id="hurry">急着用钱</h2><p>突然生病、出事、断了收入，直接到镇区办事窗口，问“临时救助”。</p></section></div>
    </div>
  );
}

export default definePage({ path: '/help', title: '怎么找人帮忙', component: Help });
