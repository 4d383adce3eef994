import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { State } from '../../ui/state.tsx';
import { WithoutPhone } from '../parts/without-phone.tsx';
import { definePage } from '../shell/page.ts';

type Items = DoorOutput<typeof import('../../../kernel/items/queries/list-items.ts').default>;
type Item = Items['items'][number];

/** 办事指南: everything the bureau does, by line; what is cancelled stands last, with its document on its page. */
function Guide() {
  const [find, setFind] = useState('');
  const read = useApiQuery<Items>('items.list-items');
  return (
    <div className="cols rest">
      <section>
        <h1 tabIndex={-1}>办事指南</h1>
        <p className="lead">每件事谁能办、到哪里办、带什么、多久办好、收不收钱、能不能网上办。</p>
        <div className="ask"><Field label="找一件事">{(ids) => <input {...ids} className="input" placeholder="例如：低保、养老、结婚" maxLength={40} value={find} onChange={(event) => setFind(event.target.value)} />}</Field></div>
        <Await read={read} what="办事指南" lines={6}>{({ items }) => <List items={items.filter((item) => matches(item, find.trim()))} />}</Await>
      </section>
      <div className="side"><section className="help" aria-labelledby="guide-unsure"><h2 id="guide-unsure">不知道该找谁</h2><p>到任何一个村居、镇街救助窗口说一声，窗口登记，转给该办的单位，有答复告诉您。</p><p><A href="/follow">查求助办到哪里</A></p></section><WithoutPhone /></div>
    </div>
  );
}

const matches = (item: Item, find: string): boolean => find === '' || [item.title, item.plainTitle ?? '', item.line, item.who].some((text) => text.includes(find));

function List({ items }: { items: readonly Item[] }) {
  const open = items.filter((item) => item.state.cancelled === null);
  const cancelled = items.filter((item) => item.state.cancelled !== null);
  if (items.length === 0) return <Empty>没有找到。换个说法再找，或打 12345 问。</Empty>;
  return (
    <>
      {[...Map.groupBy(open, (item) => item.line)].map(([line, some]) => <Part key={line} title={line} items={some} />)}
      {cancelled.length === 0 ? null : <Part title="已经取消的" items={cancelled} />}
    </>
  );
}

function Part({ title, items }: { title: string; items: readonly Item[] }) {
  return (
    <section className="mine-part" aria-label={title}>
      <h2>{title}</h2>
      <ul className="briefs">{items.map((item) => (
        <li key={item.id}>
          <A className="plain" href={`/guide/${item.id}`}><b>{item.title}{item.plainTitle === null || item.plainTitle === item.title ? '' : `（${item.plainTitle}）`}</b></A>
          {item.state.cancelled === null ? <State kind={item.online ? 'done' : 'back'}>{item.online ? `网上能办：${item.levelTitle}` : item.state.canBeOnline ? item.levelTitle : '要本人到窗口'}</State> : <State kind="over">已取消，不再受理</State>}
          <span className="note">{item.who}</span>
        </li>
      ))}</ul>
    </section>
  );
}

export default definePage({ path: '/guide', title: '办事指南', covers: ['S216'], component: Guide });
