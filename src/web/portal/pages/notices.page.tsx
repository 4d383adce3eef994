import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import type { PublicNotice, PublicNotices } from '../parts/answers.ts';
import { dayWords, daysLeftWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

const PAGE = 50;

function Notices() {
  const [typed, setTyped] = useState('');
  const [division, setDivision] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const read = useApiQuery<PublicNotices>('notices.list-public', { limit, ...(division === '' ? {} : { division }) });
  return (
    <div className="cols rest">
      <section>
        <h1 tabIndex={-1}>正在公示</h1>
        <p className="lead">大家看一看，对不对。知道不对的，可以提意见，不用登录。</p>
        <form className="ask" role="search" onSubmit={(event) => { event.preventDefault(); setDivision(typed.trim()); }}>
          <Field label="哪个村、社区">{(ids) => <input {...ids} className="input" placeholder="例如：太平社区" maxLength={40} value={typed} onChange={(event) => setTyped(event.target.value)} />}</Field>
          <Button type="submit">找</Button>
        </form>
        <Await read={read} what="公示" lines={5}>{(answer) => <List answer={answer} division={division} onMore={limit >= 200 ? undefined : () => setLimit(200)} />}</Await>
      </section>
      <div className="side">
        <section className="help" aria-labelledby="notice-law"><h2 id="notice-law">公示什么</h2><p>只公布姓名（隐去一个字）、人数和金额。身份证号、电话、病情都不公布。</p><p>没有人提意见，就报去作决定。有人提意见，先查清楚，再作决定。</p></section>
      </div>
    </div>
  );
}

function List({ answer: { notices, today, total, more }, division, onMore }: { answer: PublicNotices; division: string; onMore: (() => void) | undefined }) {
  if (notices.length === 0) return <Empty>{division === '' ? '今天没有公示。有新的公示，会登在这里，也贴在村（居）的公告栏。' : `“${division}”今天没有公示。名字要从头写，例如：太平社区。`}</Empty>;
  return (
    <>
      <p className="count" role="status">{more ? `超过 ${total}` : `一共 ${total}`} 户在公示。</p>
      <ul className="notices">{notices.map((one) => <Row key={one.id} one={one} today={today} />)}</ul>
      {notices.length < total && onMore !== undefined ? <p className="acts"><Button onPress={onMore}>再看后面的</Button></p> : null}
    </>
  );
}

function Row({ one, today }: { one: PublicNotice; today: string }) {
  return (
    <li>
      <A className="plain" href={`/notices/${one.id}`}><b>{one.name}</b><span>{one.division}，{one.headcount} 人</span></A>
      <span className="sum-of">{one.fen === 0 ? <b>拟认定</b> : <b><Money fen={one.fen} unit /></b>}<span className="note">{one.fen === 0 ? '' : '每月，'}{one.matterTitle}</span></span>
      <span className="note when">{one.office}，{dayWords(one.postedOn, today)}至{dayWords(one.endsOn, today)}，{daysLeftWords(one.endsOn, today)}</span>
    </li>
  );
}

export default definePage({ path: '/notices', title: '正在公示', covers: ['S001', 'S215'], component: Notices });
