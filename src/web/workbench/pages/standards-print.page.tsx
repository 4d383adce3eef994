import '../rolls/print.css';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import { dayLong } from '../../ui/day-text.ts';
import { useSignedIn } from '../../ui/session.ts';
import { kindWord, type StandardsAnswer } from '../standards/answers.ts';
import { definePage } from '../shell/page.ts';

const yuan = (fen: number | null): string => (fen === null ? '' : formatYuan(asFen(fen)));

function StandardsPrint() {
  const read = useApiQuery<StandardsAnswer>('policy.list-standards', {});
  return (
    <div className="roll-print">
      <div className="bar noprint"><Button kind="main" hotkey="p" onPress={() => window.print()}>打印</Button><ButtonLink href="/standards">回到标准一览</ButtonLink></div>
      <Await read={read} what="标准" lines={8}>{(answer) => <Paper answer={answer} />}</Await>
    </div>
  );
}

function Paper({ answer }: { answer: StandardsAnswer }) {
  const { city } = useSignedIn();
  usePageTitle('打印 标准调整一览表');
  return (
    <article className="paper">
      <h1>{answer.city}标准调整一览表</h1>
      <p className="sub"><span>{dayLong(answer.today)}在用</span><span>单位：元/人·月</span></p>
      <table>
        <thead><tr><th scope="col">标准</th><th scope="col">地方</th><th scope="col">城乡</th><th scope="col">现行</th><th scope="col">自</th><th scope="col">原来</th><th scope="col">增幅</th><th scope="col">依据</th></tr></thead>
        <tbody>
          {answer.standards.filter((standard) => standard.rows.some((row) => row.fen !== null)).flatMap((standard) => standard.rows.map((row) => (
            <tr key={`${standard.id}${row.division}${row.hukouKind ?? ''}`}>
              <th scope="row">{standard.title}</th><td className="nw">{row.divisionName}</td><td className="nw">{kindWord(row.hukouKind)}</td><td className="num">{row.fen === null ? '缺来源' : yuan(row.fen)}{row.demo ? '（演示值）' : ''}</td><td className="nw">{row.from ?? ''}</td>
              <td className="num">{yuan(row.before)}</td><td className="num">{row.growth === null ? '' : `${row.growth}%`}</td>
              <td className="why">{row.document === null ? row.gap : <>{row.formula === null ? '' : `${row.formula}。`}《{row.document.title}》{row.document.number ?? '文号未录入'}</>}</td>
            </tr>
          )))}
          <tr className="blank"><td colSpan={8}>以下空白</td></tr>
        </tbody>
      </table>
      <p className="foot-line">农村平均标准：{answer.standards.filter((standard) => standard.rural.fen !== null).map((standard) => `${standard.title}${standard.rural.fen === null ? `算不出（${standard.rural.why}）` : `${yuan(standard.rural.fen)} 元（${standard.rural.places} 个地方简单平均）`}`).join('；')}。没有来源的标准不列，也不推算。{city.demo ? '演示城市，标“演示值”的不是真的标准。' : ''}</p>
    </article>
  );
}

export default definePage({ path: '/standards/print', title: '打印标准调整一览表', under: '/parameters', covers: ['S002'], component: StandardsPrint });
