import { A } from '../../ui/link.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';

/** No page has this address. */
export function NotFound() {
  return (
    <PageFrame title="没有这一页" place="民政办事">
      <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>没有这一页</h1><p className="lead">地址可能写错了。</p><p><A href="/">回到首页</A>，从头找起；或打 <a href="tel:12345">12345</a> 问。</p></section></div>
    </PageFrame>
  );
}
