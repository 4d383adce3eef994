import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { A } from '../../ui/link.tsx';
import type { PublicNotices } from './answers.ts';
import { dayWords, daysLeftWords } from './spoken.ts';

const FEW = 4;

/** What is on public notice now, by place: the four newest, and the way to all. */
export function NoticesBrief() {
  const read = useApiQuery<PublicNotices>('notices.list-public', { limit: FEW });
  return (
    <section className="seen" aria-labelledby="seen">
      <h2 id="seen">正在公示</h2>
      <Await read={read} what="公示" lines={3}>
        {({ notices, today, total }) => (notices.length === 0 ? <p className="none">今天没有公示。</p> : (
          <>
            <ul>{notices.map((one) => <li key={one.id}><A className="plain" href={`/notices/${one.id}`}><b>{one.division}</b> {one.proposed}{one.matterTitle} 1 户</A><span className="note">{dayWords(one.postedOn, today)}至{dayWords(one.endsOn, today)}，{daysLeftWords(one.endsOn, today)}</span></li>)}</ul>
            <A className="more" href="/notices">全部公示（{total}），可以提意见</A>
          </>
        ))}
      </Await>
    </section>
  );
}
