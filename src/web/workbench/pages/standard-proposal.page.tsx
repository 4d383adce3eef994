import { useEffect } from 'react';
import { useParams } from '@tanstack/react-router';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Money } from '../../ui/money.tsx';
import { PageHead, Section, Unsourced } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { Stages } from '../../ui/stages.tsx';
import { growthText } from '../../ui/standard-stairs.tsx';
import { kindWord, type ProposalAnswer } from '../standards/answers.ts';
import { ProposalMoves } from '../standards/proposal-moves.tsx';
import { RunSheet } from '../standards/run-sheet.tsx';
import { definePage } from '../shell/page.ts';

/** While pieces are computed in the background the page asks again. */
const EVERY_MS = 2_000;

function Proposal() {
  const { proposalId } = useParams({ strict: false }) as { proposalId: string };
  const read = useApiQuery<ProposalAnswer>('repricing.get-proposal', { proposal: Number(proposalId) });
  const underWay = read.data?.preview?.done === false || read.data?.real?.done === false;
  const { refetch } = read;
  useEffect(() => {
    if (!underWay) return undefined;
    const again = setInterval(() => void refetch(), EVERY_MS);
    return () => clearInterval(again);
  }, [underWay, refetch]);
  return <Await read={read} what="这次调整" lines={8}>{(proposal) => <Desk proposal={proposal} />}</Await>;
}

function Desk({ proposal }: { proposal: ProposalAnswer }) {
  const { real, preview } = proposal;
  const [main] = proposal.moves;
  return (
    <>
      <div className="case-head">
        <PageHead over={`${proposal.divisionName}，${kindWord(proposal.hukouKind)}，${proposal.from} 起${proposal.to === null ? '' : `，${proposal.to} 前`}`} title={<>{proposal.title}{main === undefined || main.before === null || main.after === null ? ` ${proposal.text}` : <> <Money fen={main.before} /> → <Money fen={main.after} unit /></>}</>}
          lead={<>{main === undefined || main.before === null || main.after === null ? null : <>{growthText(main.before, main.after)}。</>}《{proposal.document.title}》{proposal.document.number === null ? <Unsourced>文号未录入</Unsourced> : proposal.document.number}。{proposal.demo ? <DemoMark /> : null}{proposal.firstMonth === proposal.from.slice(0, 7) ? '' : `标准按整月算，从 ${proposal.firstMonth} 起。`}</>} />
        <Stages today={proposal.today} items={[
          { title: '录入', state: 'done', day: proposal.proposedOn, note: proposal.proposer },
          { title: '推演', state: preview?.done === true ? 'done' : proposal.reprices ? 'mine' : 'done', day: preview?.onDay, note: proposal.reprices ? '' : '不改已核定的待遇' },
          { title: '复核', state: proposal.state === 'signed' ? 'done' : proposal.state === 'withdrawn' ? 'back' : 'wait', day: proposal.signedOn ?? undefined, note: proposal.signer ?? '' },
          { title: '逐户重算', state: real === null ? 'wait' : real.done ? 'done' : 'mine', note: real === null ? '' : `${real.grants.toLocaleString('en-US')} 户` },
          { title: '发放', state: 'wait', note: real?.done === true ? '差额进下一册' : '' },
        ]} />
      </div>
      <div className="case-body wide">
        <div className="mid">
          {real !== null ? <RunSheet summary={real} proposal={proposal} /> : preview !== null ? <RunSheet summary={preview} proposal={proposal} /> : proposal.reprices ? <Section title="还没有推演"><p className="lead">推演把在册的每一户按新标准算一遍，只算不改。看过影响的户和钱，再由另一位同事复核。</p></Section> : <Section title="不改已经核定的待遇"><p className="lead">这一项从新的申请和复核起用，不用推演。</p></Section>}
        </div>
        <div className="right"><Acts proposal={proposal} /><ProposalMoves moves={proposal.moves} /></div>
      </div>
    </>
  );
}

function Acts({ proposal }: { proposal: ProposalAnswer }) {
  const role = usePost()?.role;
  const preview = useApiCommand('repricing.preview');
  const sign = useApiCommand('policy.sign-value');
  const may = role === 'standards-officer' || role === 'approver';
  if (proposal.state !== 'waiting') return <Section title="现在"><p>{proposal.state === 'withdrawn' ? '已经退回，没有生效。' : proposal.real === null ? '已经签发。' : proposal.real.done ? '已经签发，逐户算完。以前月份的差额随下一册补发；多发的等定扣回办法，不自动扣。' : '已经签发，正在逐户重算。'}</p></Section>;
  const seen = !proposal.reprices || proposal.preview?.done === true;
  const why = !may ? '由标准管理或审批岗位复核。' : proposal.mine ? '这一条是您录入的，要另一位同事复核。' : seen ? undefined : '先推演，看过影响的户和钱再复核。';
  return (
    <Section title="现在">
      <div className="acts">
        {proposal.reprices ? <Button kind={seen ? 'secondary' : 'main'} busy={preview.busy} onPress={() => void preview.run({ proposal: proposal.id })} {...(may ? {} : { waiting: '由标准管理或审批岗位推演。' })}>{proposal.preview === null ? '政策推演' : '再推演一次'}</Button> : null}
        <Button kind={seen ? 'main' : 'secondary'} busy={sign.busy} onPress={() => void sign.run({ proposal: proposal.id, agree: true })} {...(why === undefined ? {} : { waiting: why })}>复核同意，{proposal.text}</Button>
        {why === undefined || (may && !proposal.mine) ? <Button busy={sign.busy} onPress={() => void sign.run({ proposal: proposal.id, agree: false })}>退回</Button> : null}
      </div>
      <ErrorNote problem={preview.problem ?? sign.problem} />
    </Section>
  );
}

export default definePage({ path: '/standards/proposals/$proposalId', title: '标准调整', under: '/parameters', roles: ['standards-officer', 'approver', 'payroll-officer', 'payroll-approver', 'finance-officer', 'auditor', 'administrator', 'statistician'], covers: ['S002'], component: Proposal });
