import type { ReactNode } from 'react';
import { useSignedIn } from '../../ui/session.ts';

/** Staff have no applications of their own under a staff account: says so instead of a refusal. */
export function ResidentsOnly({ children }: { children: ReactNode }) {
  const { account } = useSignedIn();
  if (account.kind === 'resident') return children;
  return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>这里给居民用</h1><p className="lead">您现在登录的是工作人员账号。替人申请，请到<a href="/workbench/">工作台</a>；办自己家的事，请退出后用自己的居民账号登录。</p></section></div>;
}
