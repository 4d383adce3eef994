import { useParams } from '@tanstack/react-router';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { useCity } from '../../ui/session.ts';
import { monthWords } from '../cases/case-head.tsx';
import { DemoFoot, PaperDesk } from '../cases/paper.tsx';
import { definePage } from '../shell/page.ts';

type Published = DoorOutput<typeof import('../../../kernel/publication/queries/get-published.ts').default>;

function PublicationPrint() {
  const { division } = useParams({ strict: false }) as { division: string };
  const read = useApiQuery<Published>('publication.get-published', { division, board: true });
  return <div className={read.data === undefined ? 'page' : undefined}><Await read={read} what="公布单" lines={8}>{(one) => <PaperDesk title="公布单" back="/publication" backTitle="回到长期公布" note="A4，贴在村（居）公开栏"><Sheets one={one} /></PaperDesk>}</Await></div>;
}

function Sheets({ one }: { one: Published }) {
  const city = useCity()?.name ?? '';
  return <>{one.lists.map((list) => (
    <article key={list.title} className="a4 letter">
      <h1>{one.town}{one.division}<br />{list.title}发放公布（{monthWords(one.today.slice(0, 7))}）</h1>
      <p>按照{list.law.join('、')}，现将本村（居）{list.title}发放情况公布如下，请大家监督。</p>
      {list.households.length === 0 ? <Empty>本月没有。</Empty> : (
        <table className="form-table"><thead><tr><th scope="col">序号</th><th scope="col">姓名</th><th scope="col">人数</th><th scope="col">每月金额（元）</th></tr></thead>
          <tbody>{list.households.map((home, at) => <tr key={at}><td>{at + 1}</td><td>{home.name === '' ? '（未成年人家庭）' : home.name}</td><td>{home.headcount}</td><td className="r">{formatYuan(asFen(home.fen))}</td></tr>)}</tbody></table>)}
      <p>觉得情况不实的，可以打 12345，或者在民政服务网“投诉举报”里反映，可以不留姓名。留了姓名的，我们保密，查清以后答复。</p>
      <div className="sign-off"><p>{city}民政局</p><p>{dayLong(one.today)}</p></div>
      <DemoFoot />
    </article>
  ))}</>;
}

export default definePage({ path: '/publication/$division/print', title: '公布单', under: '/cases', covers: ['S025'], component: PublicationPrint });
