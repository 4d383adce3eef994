import { PageHead } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { OwnSecondFactor } from '../second-factor/own-second-factor.tsx';
import { ResetSecondFactor } from '../second-factor/reset-second-factor.tsx';
import { definePage } from '../shell/page.ts';

function SecondFactorPage() {
  const role = usePost()?.role;
  return (
    <div className="page">
      <PageHead title="动态验证码" lead="登录、签批和付款时，密码以外的第二道凭证：手机上每 30 秒一换的 6 位数字。" />
      <OwnSecondFactor />
      {role === 'administrator' ? <div className="own-factor"><ResetSecondFactor /></div> : null}
    </div>
  );
}

export default definePage({ path: '/second-factor', title: '动态验证码', under: '/tasks', covers: ['S215'], component: SecondFactorPage });
