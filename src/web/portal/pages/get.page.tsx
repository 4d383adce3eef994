import { useParams } from '@tanstack/react-router';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import type { Gettable } from '../parts/answers.ts';
import { WithoutPhone } from '../parts/without-phone.tsx';
import { definePage } from '../shell/page.ts';

function Get() {
  const { matter } = useParams({ strict: false }) as { matter: string };
  const read = useApiQuery<readonly Gettable[]>('benefits.what-can-i-get');
  return (
    <div className="cols rest">
      <Await read={read} what="说明" lines={4}>{(items) => <OneOf items={items} matter={matter} />}</Await>
      <div className="side"><WithoutPhone /></div>
    </div>
  );
}

function OneOf({ items, matter }: { items: readonly Gettable[]; matter: string }) {
  const item = items.find((one) => one.matter === matter);
  usePageTitle(item?.get);
  if (item === undefined) return <section className="prose"><h1 tabIndex={-1}>网上还办不了这一样</h1><p className="lead">请到村（居）委会或镇区办事窗口办，或打 <a href="tel:12345">12345</a> 问。</p><p className="acts"><A href="/">回到首页</A></p></section>;
  return (
    <section className="prose told">
      <p className="note">{item.need}</p>
      <h1 tabIndex={-1}><span className="ph">申请{item.get}</span></h1>
      <p className="lead">{item.intro}</p>
      <p className="acts">
        {item.applies ? <ButtonLink kind="main" href={`/apply/${item.matter}`}>开始申请</ButtonLink> : null}
        {item.check === null ? null : <ButtonLink kind={item.applies ? 'secondary' : 'main'} href="/check">先算一算</ButtonLink>}
      </p>
      {item.applies ? null : <p>现在请到村（居）委会或镇区办事窗口申请。</p>}
      <h2>要准备什么</h2>
      <ul className="bring">{item.bring.map((one) => <li key={one}>{one}</li>)}</ul>
      <p className="note">材料不齐也能先申请。还差什么，我们一次说清。</p>
      <h2>多久有结果</h2>
      <p>{item.howLong}</p>
      <h2>依据</h2>
      <ul className="laws">{item.law.map((law) => <li key={law.instrument}>《{law.instrument}》{law.documentNumber === null ? <Unsourced>文号未录入</Unsourced> : `（${law.documentNumber}）`}</li>)}</ul>
    </section>
  );
}

export default definePage({ path: '/get/$matter', title: '能得到什么', covers: ['S216', 'S215'], component: Get });
