import { definePage } from '../../../../web/portal/shell/page.ts';
import { ButtonLink } from '../../../../web/ui/button.tsx';

/** Applications are taken at the counter: the page says where to go and what to bring. */
function Apply() {
  return (
    <div className="cols rest">
      <section className="prose">
        <h1 tabIndex={-1}><span className="ph">低收入家庭认定，</span><span className="ph">到窗口申请</span></h1>
        <p className="lead">带全家的身份证、户口本，到户口所在的镇区窗口或村（居）委会，工作人员当面帮您填。办到哪一步，登录看“我的”。</p>
        <p>申请低保没有批准、但收入在低收入线以下的，不用再填：镇区会问您是否同意，同意就用原来的材料接着办。</p>
        <p className="acts"><ButtonLink kind="main" href="/get/low-income-recognition">要准备什么</ButtonLink></p>
      </section>
    </div>
  );
}

export default definePage({ path: '/apply/low-income-recognition', title: '申请低收入家庭认定', covers: ['S003'], component: Apply });
