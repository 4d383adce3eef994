import { useOpen } from '../../ui/link.tsx';
import { definePage } from '../shell/page.ts';
import { SignIn } from '../shell/sign-in.tsx';

function SignInPage() {
  const open = useOpen();
  return <SignIn onDone={() => open('/my')} />;
}

export default definePage({ path: '/sign-in', title: '登录', component: SignInPage });
