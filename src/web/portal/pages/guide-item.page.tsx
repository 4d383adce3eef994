import { useParams } from '@tanstack/react-router';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { A } from '../../ui/link.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { WithoutPhone } from '../parts/without-phone.tsx';
import { definePage } from '../shell/page.ts';

type Item = DoorOutput<typeof import('../../../kernel/items/queries/get-item.ts').default>;

function GuideItem() {
  const { item } = useParams({ strict: false }) as { item: string };
  const read = useApiQuery<Item>('items.get-item', { item });
  if (read.isError && read.error.status === 404) return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>没有这件事项</h1><p className="lead">它可能改了名字，或不在这里办。</p><p className="acts"><A href="/guide">看全部办事指南</A></p></section></div>;
  return <div className="cols rest"><Await read={read} what="办事指南" lines={6}>{(found) => <Sheet item={found} />}</Await><div className="side noprint"><WithoutPhone /></div></div>;
}

/** One item on one page, to be printed and put on the counter. */
function Sheet({ item }: { item: Item }) {
  usePageTitle(item.title);
  const { cancelled } = item.state;
  return (
    <section className="prose told">
      <p className="note"><A href="/guide">办事指南</A>　{item.line}　{item.kindTitle}</p>
      <h1 tabIndex={-1}>{item.title}</h1>
      {cancelled === null ? null : <p className="lead"><b className="law-ink">从{dayLong(cancelled.from)}起取消，不再受理。</b>依据《{cancelled.document.title}》{cancelled.document.number === null ? <Unsourced>文号未录入</Unsourced> : `（${cancelled.document.number}）`}。取消以前受理的，照常办完。</p>}
      <p className="acts noprint">{item.applyAt === null ? null : <ButtonLink kind="main" href={item.applyAt}>去申请</ButtonLink>}<Button onPress={() => window.print()}>打印这一页</Button></p>
      <h2>谁能办</h2><p>{item.who}</p>
      <h2>到哪里办</h2><p>{item.where}</p>
      <h2>带什么</h2><ul className="bring">{item.bring.map((one) => <li key={one}>{one}</li>)}</ul>
      <h2>多久办好</h2><p>{item.limit.days === null ? item.limit.note ?? <Unsourced>天数没有录入</Unsourced> : <LimitWords limit={item.limit} />}</p>
      <h2>收不收钱</h2><p>{item.fee}</p>
      <h2>能不能网上办</h2><p>{item.state.canBeOnline ? item.levelTitle : '依法要本人到场，不能网上办'}{item.state.levelFrom === null ? '' : `，${dayLong(item.state.levelFrom)}起`}{item.state.levelDocument?.demo === true ? <DemoMark /> : null}</p>
      <h2>依据</h2><ul className="laws">{item.law.map((law) => <li key={citeLaw(law)}>《{law.instrument}》{law.documentNumber ? `（${law.documentNumber}）` : <Unsourced>文号未录入</Unsourced>}{law.article ?? ''}</li>)}</ul>
    </section>
  );
}

function LimitWords({ limit }: { limit: Item['limit'] }) {
  const days = limit.days === 0 ? '当场' : `${limit.days} ${limit.calendar === 'working' ? '个工作日' : '日'}`;
  return <>{days}。{limit.law === null ? '' : `${citeLaw(limit.law)}。`}</>;
}

export default definePage({ path: '/guide/$item', title: '办事指南', covers: ['S216'], component: GuideItem });
