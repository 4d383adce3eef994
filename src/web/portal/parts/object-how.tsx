import type { ReactNode } from 'react';
import { useApiQuery } from '../../api-client.ts';
import type { Remedies } from './answers.ts';
import { dayWords } from './spoken.ts';

/** 觉得不对: whom to talk to first, then the ways of law, each with its last day. */
export function ObjectHow({ decidedOn, today, number, children }: { decidedOn: string; today: string; number: string; children: ReactNode }) {
  const remedies = useApiQuery<Remedies>('benefits.list-remedies', { decidedOn }).data ?? [];
  return (
    <section className="part" aria-labelledby="object">
      <h2 id="object">觉得不对</h2>
      <div>
        {children}
        <ul className="steps">
          <li><b>打电话问</b><span><a href="tel:12345">12345</a>，报案号 {number}。</span></li>
          {remedies.map((one) => (
            <li key={one.id}><b>{one.plain}</b><span>{one.title}。收到决定书那天起 {one.within}，<b className="nowrap">{dayWords(one.lastDay, today)}</b>{one.lastDay < today ? '（已经过了）' : '以前'}都可以。</span></li>
          ))}
        </ul>
      </div>
      <div className="gloss">{remedies.length === 0 ? null : <><p>日子按决定当天就收到来算。收到得晚，从收到那天起算，就更晚。</p>{remedies.map((one) => <p key={one.id}>{one.title}：{one.law}</p>)}</>}</div>
    </section>
  );
}
