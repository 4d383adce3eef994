import '../rolls/print.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { PrintedLine, PrintedPage } from '../../../kernel/payroll/queries/print-roll.ts';
import { chineseAmount, fen, formatYuan } from '../../../kernel/values/money.ts';
import { query, useApiQuery, type ApiProblem } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Loading } from '../../ui/loading.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { rollTitle, type RollAnswer } from '../rolls/roll-answer.ts';
import { definePage } from '../shell/page.ts';

const CHUNK = 500;

interface Printed { readonly lines: readonly PrintedLine[]; readonly last: PrintedPage }

/** Every line, some hundred at a time; tells how far it is. */
async function fetchLines(roll: number, onProgress: (lines: number) => void): Promise<Printed> {
  const lines: PrintedLine[] = [];
  let after = 0;
  for (;;) {
    const page = await query<PrintedPage>('payroll.print-roll', { roll, after, limit: CHUNK });
    lines.push(...page.lines);
    onProgress(lines.length);
    if (page.next === null) return { lines, last: page };
    after = page.next;
  }
}

function RollPrint() {
  const { rollId } = useParams({ strict: false }) as { rollId: string };
  const roll = useApiQuery<RollAnswer>('payroll.get-roll', { roll: Number(rollId) });
  const [done, setDone] = useState(0);
  const printed = useQuery<Printed, ApiProblem>({ queryKey: ['payroll.print-roll', rollId, 'all'], queryFn: () => fetchLines(Number(rollId), setDone), staleTime: Infinity, retry: false });
  const problem = roll.error ?? printed.error;
  return (
    <div className="roll-print">
      <div className="bar noprint">
        <Button kind="main" hotkey="p" onPress={() => window.print()} {...(printed.data === undefined ? { waiting: '正在取各户' } : {})}>打印</Button>
        <ButtonLink href={`/rolls/${rollId}`}>回到这一册</ButtonLink>
      </div>
      <ErrorNote problem={problem}>{problem === null ? undefined : <Button onPress={() => { void roll.refetch(); void printed.refetch(); }}>再取一次</Button>}</ErrorNote>
      {roll.data === undefined ? null : printed.data === undefined ? <Loading progress={{ done, all: roll.data.totals.lines, unit: '户' }} /> : <Paper roll={roll.data} printed={printed.data} />}
    </div>
  );
}

function Paper({ roll, printed }: { roll: RollAnswer; printed: Printed }) {
  const { city } = useSignedIn();
  const { lines, last } = printed;
  usePageTitle(`打印 ${rollTitle(roll)}`);
  const paid = lines.filter((line) => !line.held);
  const total = paid.reduce((sum, line) => sum + line.fen, 0);
  return (
    <article className="paper">
      <h1>{roll.office}{rollTitle(roll).replace('花名册', `${roll.title}发放花名册`).replace('补发册', `${roll.title}补发花名册`)}</h1>
      <p className="sub"><span>编制单位：{roll.office}民政局</span><span>编号：{roll.number}</span><span>单位：元</span></p>
      <table>
        <thead><tr><th scope="col">序号</th><th scope="col">镇街</th><th scope="col">户号</th><th scope="col">户主</th><th scope="col">人</th><th scope="col">城乡</th><th scope="col">金额</th><th scope="col">收款人</th><th scope="col">尾号</th><th scope="col">备注</th></tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.lineNo}>
              <td className="num">{line.lineNo}</td><td className="nw">{line.place}</td><td className="nw id">{line.household}</td><th scope="row" className="nw">{line.head}</th><td className="num">{line.persons}</td><td className="nw">{line.hukouKind === 'urban' ? '城' : '农'}</td>
              <td className="num">{formatYuan(fen(line.fen))}</td><td>{line.payee === line.head ? '本人' : (line.payee ?? '未录入')}{line.agent === null ? '' : `（代领，${line.agent}）`}</td><td className="nw">{line.lastFour ?? ''}</td><td className="why">{line.held ? '暂缓，不发。' : ''}{line.reason}</td>
            </tr>
          ))}
          <tr className="blank"><td colSpan={10}>以下空白</td></tr>
        </tbody>
        <tfoot><tr><th scope="row" colSpan={4}>合计 {paid.length.toLocaleString('en-US')} 户</th><td className="num">{paid.reduce((sum, line) => sum + line.persons, 0).toLocaleString('en-US')}</td><td /><td className="num">{formatYuan(fen(total))}</td><td colSpan={3}>{chineseAmount(fen(total))}</td></tr></tfoot>
      </table>
      <Totals lines={lines} roll={roll} />
      <Signatures roll={roll} />
      <p className="foot-line">
        本册指纹 {last.hash === null ? '（只列辖区内的户，没有整册指纹）' : last.hash}。{last.block === null ? '' : `审计封存第 ${last.block.no} 块，块头 ${last.block.head}。`}
        按{dayLong(roll.drawnOn)}所知编制，{roll.stateTitle}。{city.demo ? '演示城市，人、户、账号都是编的，不能用来办真事。' : ''}{roll.whole ? '' : '本件只含打印人辖区内的户。'}
      </p>
    </article>
  );
}

/** 控制合计: by kind of household, and what is held, so that the paper can be checked against the file. */
function Totals({ lines, roll }: { lines: readonly PrintedLine[]; roll: RollAnswer }) {
  const of = (wanted: (line: PrintedLine) => boolean) => lines.filter(wanted);
  const sum = (some: readonly PrintedLine[]) => `${some.length.toLocaleString('en-US')} 户 ${some.reduce((n, line) => n + line.persons, 0).toLocaleString('en-US')} 人 ${formatYuan(fen(some.reduce((n, line) => n + line.fen, 0)))} 元`;
  return (
    <table className="totals"><caption className="vh">控制合计</caption><tbody>
      <tr><td>城镇</td><td>{sum(of((line) => !line.held && line.hukouKind === 'urban'))}</td><td>农村</td><td>{sum(of((line) => !line.held && line.hukouKind === 'rural'))}</td></tr>
      <tr><td>暂缓不发</td><td>{sum(of((line) => line.held))}</td><td>代领</td><td>{sum(of((line) => !line.held && line.agent !== null))}</td></tr>
      <tr><td>代发文件</td><td colSpan={3}>{roll.bank.file === null ? '还没有生成' : `${roll.bank.file.name}，SHA-256 ${roll.bank.file.sha256}`}</td></tr>
    </tbody></table>
  );
}

const SIGN = [['draw', '编制'], ['submit', '复核提交'], ['approve', '批准'], ['confirm', '财政确认']] as const;

/** Who signed, on which day; room for the seal is left, never drawn. */
function Signatures({ roll }: { roll: RollAnswer }) {
  return (
    <div className="sign">
      {SIGN.filter(([step]) => step !== 'confirm' || roll.needsFinance).map(([step, word]) => {
        const event = roll.events.findLast((one) => one.step === step);
        return <div key={step}><span>{word}（签章）</span><b>{event === undefined ? '' : <>{event.by}<br />{dayLong(event.on)}</>}</b></div>;
      })}
    </div>
  );
}

export default definePage({ path: '/rolls/$rollId/print', title: '打印花名册', under: '/rolls', roles: ['payroll-officer', 'payroll-approver', 'finance-officer', 'auditor', 'approver', 'town-lead', 'town-clerk'], covers: ['S001'], component: RollPrint });
