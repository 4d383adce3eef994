import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Money } from '../../ui/money.tsx';
import { PlacePicker, type Place } from '../parts/place-picker.tsx';
import { peopleWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

type Published = DoorOutput<typeof import('../../../kernel/publication/queries/get-published.ts').default>;

/** 长期公布: who in a village is granted what; name, headcount, amount. */
function PublishedPage() {
  const [place, setPlace] = useState<Place>({ town: '', village: '' });
  const read = useApiQuery<Published>('publication.get-published', { division: place.village }, { enabled: place.village !== '' });
  return (
    <div className="cols rest">
      <section>
        <h1 tabIndex={-1}>谁在领低保</h1>
        <p className="lead">正在领的家庭，按村、社区公布，请大家监督。停发了就不再登。</p>
        <div className="object"><PlacePicker place={place} onChange={setPlace} deep /></div>
        {place.village === '' ? null : <Await read={read} what="公布" lines={5}>{(one) => <>{one.lists.map((list) => <List key={list.title} one={one} list={list} />)}</>}</Await>}
      </section>
      <div className="side">
        <section className="help" aria-labelledby="what"><h2 id="what">公布什么</h2><p>只有姓名（网上隐去一个字）、人数和金额。孩子的名字不公布。</p><p>村（居）的公开栏里也贴着。</p></section>
        <section className="help" aria-labelledby="wrong"><h2 id="wrong">觉得不对</h2><p>可以不留姓名。留了姓名的，查清楚以后告诉您，谁说的不告诉这一家。</p><p className="acts"><ButtonLink href="/complain">投诉举报</ButtonLink></p></section>
      </div>
    </div>
  );
}

function List({ one, list }: { one: Published; list: Published['lists'][number] }) {
  if (list.households.length === 0) return <Empty>{one.division}这个月没有领{list.title}的家庭。</Empty>;
  return (
    <>
      <p className="count" role="status">{one.division}，领{list.title}的有 {list.households.length} 户，金额是每月的。</p>
      <ul className="notices">{list.households.map((home, at) => <li key={at}><span><b>{home.name === '' ? '未成年人家庭' : home.name}</b>　{peopleWords(home.headcount)}</span><span className="sum-of"><b><Money fen={home.fen} unit /></b></span></li>)}</ul>
      <p className="note after">依据：{list.law.join('；')}</p>
    </>
  );
}

export default definePage({ path: '/published', title: '谁在领低保', covers: ['S025', 'S215'], component: PublishedPage });
