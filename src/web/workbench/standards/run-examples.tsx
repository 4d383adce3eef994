import '../registers/ruled-list.css';
import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page-head.tsx';
import { Sum } from '../../ui/sum.tsx';
import { sumRows } from '../cases/case-sum.tsx';
import type { ExampleAnswer, NamedGrant, RunSummary } from './answers.ts';

/** Some households with their working, and all that are left for a person with the reason. */
export function Examples({ summary }: { summary: RunSummary }) {
  return (
    <>
      {summary.examples.length === 0 ? null : (
        <Section title="看几户" note="一人户到多人户，各取花名册上的第一户">
          <ul className="ruled">{summary.examples.map((one) => <Example key={one.grant} one={one} run={summary.run} />)}</ul>
        </Section>
      )}
      {summary.review === 0 ? null : (
        <Section title="待复核，没有改" note={`${summary.review} 户${summary.waiting.length < summary.review ? `，列出前 ${summary.waiting.length} 户` : ''}`}>
          <ul className="ruled">{summary.waiting.map((one) => (
            <li key={one.grant}><p className="l1"><A href={`/households/${one.household}`}>{one.name} 一户</A><span className="quiet">{one.number}，{one.place}，{one.persons} 人，每月 <Money fen={one.oldFen} unit /></span></p><p className="note law-ink">{one.because}</p></li>
          ))}</ul>
        </Section>
      )}
    </>
  );
}

function Example({ one, run }: { one: NamedGrant; run: number }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <p className="l1"><span><A href={`/households/${one.household}`}>{one.name} 一户</A>，{one.persons} 人，<Money fen={one.oldFen} /> → <b><Money fen={one.newFen} unit /></b></span><span className="quiet">{one.number}，{one.place}</span></p>
      <Button kind="bare" onPress={() => setOpen(!open)}>{open ? '收起算法' : '看怎么算'}</Button>
      {open ? <Working grant={one.grant} run={run} /> : null}
    </li>
  );
}

function Working({ grant, run }: { grant: number; run: number }) {
  const read = useApiQuery<ExampleAnswer>('repricing.get-example', { run, grant });
  return <Await read={read} what="算法" lines={4}>{(answer) => (answer.assessment === null ? <p className="note">{answer.because || '没有留下算法。'}</p> : <Sum caption={`${answer.month} 起怎么算`} rows={sumRows(answer.assessment)} />)}</Await>;
}
