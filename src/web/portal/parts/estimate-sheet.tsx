import { ButtonLink } from '../../ui/button.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Money } from '../../ui/money.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { Sum } from '../../ui/sum.tsx';
import type { Estimate } from './answers.ts';
import { PlainGrounds } from './plain-grounds.tsx';
import { readWorking } from './read-working.ts';

/** What a matter would come to: the figure, what is missing, every ground, how it was worked out. Never a promise. */
export function EstimateSheet({ estimate }: { estimate: Estimate }) {
  const { rows, excluded } = readWorking(estimate.working);
  const facts = estimate.missing.filter((need) => need.kind === 'fact');
  const figures = estimate.missing.filter((need) => need.kind === 'parameter');
  return (
    <article className="estimate wenwu" aria-labelledby={`estimate-${estimate.matter}`}>
      <h2 id={`estimate-${estimate.matter}`}>{estimate.get}：{wordsOf(estimate)}</h2>
      {estimate.fen === null ? null : <p className="fig"><Money fen={estimate.fen} /><small>元／月，大约</small></p>}
      <p className="lead">{leadOf(estimate, facts.length, figures.length)}{estimate.demo ? <>算的时候用了<DemoMark />，没有文件依据。</> : null}</p>
      {facts.length === 0 ? null : <><h3>还差这几样</h3><ul className="bring">{facts.map((need) => <li key={need.id}>{need.title}</li>)}</ul></>}
      {figures.length === 0 ? null : <><h3>这几样规定还没有录入，我们不能替它猜</h3><ul className="bring">{figures.map((need) => <li key={need.id}><Unsourced>{need.title}</Unsourced></li>)}</ul></>}
      <h3>一条一条看</h3>
      <PlainGrounds items={estimate.grounds} />
      {rows.length === 0 || estimate.fen === null ? null : <><h3>怎么算的</h3><Sum rows={rows} caption="怎么算的" />{excluded.map((line) => <p key={line} className="note">{line}</p>)}</>}
      <h3>算的时候当作是这样</h3>
      <ul className="bring note">{estimate.assumes.map((line) => <li key={line}>{line}</li>)}</ul>
      <p className="acts">{estimate.applies ? <ButtonLink kind="main" href={`/apply/${estimate.matter}`}>开始申请{estimate.get}</ButtonLink> : null}<ButtonLink href={`/get/${estimate.matter}`}>要准备什么</ButtonLink></p>
    </article>
  );
}

function wordsOf({ outcome, fen }: Estimate): string {
  if (outcome === 'refused') return '照您说的，不够条件';
  if (fen !== null) return '照您说的，可以申请';
  return outcome === 'granted' ? '照您说的，可以申请' : '还算不出';
}

function leadOf({ outcome, fen }: Estimate, facts: number, figures: number): string {
  if (outcome === 'refused') return '下面标“不符”的，就是不够的地方。家里有特别的情况，还是可以申请，我们会当面问清。';
  if (figures > 0) return '本市的规定还没有录全，请到窗口问。';
  if (facts > 0 && fen !== null) return '这是先估的数。下面还差几样，补上才看得准。';
  return '这是估算。交了申请、核对清楚以后，才是决定。';
}
