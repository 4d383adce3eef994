import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import { Empty } from '../../ui/empty.tsx';
import type { Gettable } from '../parts/answers.ts';
import { Contents } from '../parts/contents.tsx';
import { NoticesBrief } from '../parts/notices-brief.tsx';
import { MySlip } from '../parts/my-slip.tsx';
import { WithoutPhone } from '../parts/without-phone.tsx';
import { definePage } from '../shell/page.ts';

/** One question, the contents of what there is, one's own slip, what is on public notice. */
function Home() {
  const read = useApiQuery<readonly Gettable[]>('benefits.what-can-i-get');
  return (
    <>
      <div className="hero"><div className="cols">
        <section className="open" aria-labelledby="home-title">
          <h1 id="home-title" tabIndex={-1}><span className="ph">家里有难处，</span><span className="ph">从这里说起</span></h1>
          <p className="lead">答几个问题，就知道能申请什么、大约有多少、还差什么。<span className="nowrap">不用登录，申请不收钱。</span></p>
          <p className="acts go-on"><ButtonLink kind="main" href="/check">算一算我能申请什么</ButtonLink></p>
        </section>
        <MySlip />
      </div></div>
      <div className="cols rest">
        <section className="contents" aria-labelledby="home-contents">
          <h2 id="home-contents">{(read.data?.length ?? 0) > 1 ? '或者选一样最像的' : '网上能办的'}</h2>
          <Await read={read} what="目录" lines={4}>
            {(items) => (items.length === 0 ? <Empty>网上还没有开办事项。请到村（居）委会或镇区办事窗口问。</Empty> : <Contents items={items} />)}
          </Await>
          <p className="note after">这里只列网上已经能办的。别的事看<A href="/guide">办事指南</A>；到窗口说过难处的，<A href="/follow">查办到哪里</A>。拿不准，打 <a href="tel:12345">12345</a> 问。</p>
        </section>
        <div className="side"><NoticesBrief /><WithoutPhone /></div>
      </div>
    </>
  );
}

export default definePage({ path: '/', title: '', covers: ['S215'], component: Home });
