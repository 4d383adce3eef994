import { useEffect } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import type { MyMessages } from '../parts/messages.ts';
import { dayWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

/** 消息: what happened, newest first; opening the page is reading them. */
function Messages() {
  const read = useApiQuery<MyMessages>('inbox.my-messages');
  const mark = useApiCommand('inbox.mark-read', { refresh: false });
  const newest = read.data?.messages[0]?.command;
  const unread = read.data?.unread ?? 0;
  useEffect(() => {
    if (newest !== undefined && unread > 0) void mark.run({ to: newest });
    // once for what was shown; the count in the head follows at the next reading
    // oxlint-disable-next-line react/exhaustive-deps
  }, [newest]);
  return (
    <div className="cols rest">
      <section>
        <h1 tabIndex={-1}>消息</h1>
        <Await read={read} what="消息" lines={5}>{({ messages, today }) => (
          messages.length === 0 ? <Empty>还没有消息。申请办到哪一步、钱到了没有，都会写在这里。</Empty> : (
            <ul className="messages">{messages.map((one) => (
              <li key={`${one.command} ${one.title}`} data-fresh={one.fresh || undefined}>
                <A className="plain" href={one.href}><b>{one.title}</b></A>
                <p>{one.asks ? <b className="law-ink">要您办：</b> : null}{one.text}</p>
                <p className="note">{dayWords(one.on, today)}{one.fresh ? '，新的' : ''}</p>
              </li>
            ))}</ul>
          ))}</Await>
      </section>
      <div className="side"><section className="help" aria-labelledby="why-messages"><h2 id="why-messages">真的假的</h2><p>这里只说您家的申请和钱，不会叫您转账、不会要密码。有人这样要，就是骗子，打 <a href="tel:110">110</a>。</p></section></div>
    </div>
  );
}

function MessagesPage() {
  return <ResidentsOnly><Messages /></ResidentsOnly>;
}

export default definePage({ path: '/my/messages', title: '消息', signIn: true, covers: ['S215'], component: MessagesPage });
