import { SignInForm } from '../../ui/sign-in-form.tsx';

/** Who are you? Large and plain. `what` says which page comes next. */
export function SignIn({ what, onDone }: { what?: string; onDone?: () => void }) {
  return (
    <div className="cols door">
      <section>
        <h1 tabIndex={-1}><span className="ph">先说说</span><span className="ph">您是谁</span></h1>
        <p className="lead">{what === undefined ? '登录以后，能看自己家办到哪一步。' : `登录以后，接着看“${what}”。`}</p>
        <SignInForm kind="resident" nameLabel="手机号或身份证号" submit="登录" {...(onDone === undefined ? {} : { onDone })} />
      </section>
      <aside className="side help" aria-label="不会登录">
        <section><h2>没有账号，或忘了密码</h2><p>带身份证到村（居）委会或镇区办事窗口，工作人员当场给您办。</p><p>出不了门，打 <a href="tel:12345">12345</a>，请人上门。</p></section>
      </aside>
    </div>
  );
}
