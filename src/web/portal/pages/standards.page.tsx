import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Money } from '../../ui/money.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { useCity } from '../../ui/session.ts';
import { stairsOf } from '../../ui/stairs-of.ts';
import { StandardStairs } from '../../ui/standard-stairs.tsx';
import { A } from '../../ui/link.tsx';
import { definePage } from '../shell/page.ts';

type Answer = DoorOutput<typeof import('../../../kernel/policy/queries/list-standards.ts').default>;
type Standard = Answer['standards'][number];

/** 标准是多少: the line where I live, since when, by which document. */
function Standards() {
  const read = useApiQuery<Answer>('policy.list-standards', {});
  return (
    <div className="cols rest">
      <section className="prose told">
        <h1 tabIndex={-1}>标准是多少</h1>
        <p className="lead">家里每人每月的收入低于低保标准，就可以申请低保，不够的部分由政府补上。</p>
        <Await read={read} what="标准" lines={5}>{(answer) => <List answer={answer} />}</Await>
        <p className="acts"><A href="/check">算一算我家能不能申请</A></p>
      </section>
    </div>
  );
}

function List({ answer }: { answer: Answer }) {
  const known = answer.standards.filter((standard) => standard.rows.some((row) => row.fen !== null));
  if (known.length === 0) return <Empty>{answer.city}现在用的标准还没有登出来。请到村（居）委会问，或打 12345。</Empty>;
  return <>{known.map((standard) => <One key={standard.id} standard={standard} today={answer.today} />)}</>;
}

function One({ standard, today }: { standard: Standard; today: string }) {
  const code = useCity()?.code ?? '';
  const kinds = standard.rows.some((row) => row.division === code && row.hukouKind !== null) ? (['urban', 'rural'] as const) : ([null] as const);
  return (
    <section aria-label={standard.title}>
      <h2>{standard.title}</h2>
      <ul className="bring">{standard.rows.filter((row) => row.fen !== null).map((row) => (
        <li key={`${row.division}${row.hukouKind ?? ''}`}>
          <b>{row.divisionName}{row.hukouKind === null ? '' : row.hukouKind === 'urban' ? '城镇' : '农村'}：每人每月 <Money fen={row.fen} unit /></b>{row.demo ? <> <DemoMark /></> : null}
          <br />从 {row.from} 起{row.before === null ? '' : <>，原来是 <Money fen={row.before} unit /></>}。{row.formula === null ? '' : `是${row.formula}。`}
          <br /><span className="note">依据《{row.document?.title}》{row.document?.number ?? <Unsourced>文号未录入</Unsourced>}</span>
        </li>
      ))}</ul>
      {kinds.map((kind) => <StandardStairs key={kind ?? 'all'} title={`${standard.title}沿革`} stairs={stairsOf(standard.history, code, kind, today)} />)}
    </section>
  );
}

export default definePage({ path: '/standards', title: '标准是多少', covers: ['S002'], component: Standards });
