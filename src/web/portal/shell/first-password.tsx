import { ChangePasswordForm } from '../../ui/change-password-form.tsx';

/** The first time in with the password on the slip: a sentence of one's own in its place. */
export function FirstPassword({ name }: { name: string }) {
  return (
    <div className="cols door">
      <section>
        <h1 tabIndex={-1}>{name}，<span className="ph">给自己定一个密码</span></h1>
        <p className="lead">纸条上的密码只能用一次。写一句自己记得住的话，以后登录就写它。</p>
        <ChangePasswordForm first submit="定好了" />
      </section>
      <aside className="side help" aria-label="不会写">
        <section><h2>怎么定</h2><p>比如“每天早上去买豆腐花”。不用数字和符号，也不要写生日、电话。</p><p>记在自己看得到的地方可以，不要告诉别人，也不要拍照发出去。</p></section>
      </aside>
    </div>
  );
}
