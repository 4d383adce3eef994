import { PageFrame } from '../../ui/page-frame.tsx';
import { A } from '../../ui/link.tsx';

/** No page has this address. */
export function NotFound() {
  return <PageFrame title="没有这一页" place="大民政"><div className="page"><h1 tabIndex={-1}>没有这一页</h1><p className="lead">地址可能写错了，或这一件已经移走。<A href="/">回到待办</A>，或在上面查人、查户、查案。</p></div></PageFrame>;
}
