import { ButtonLink } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { hukouWord, type ListedProposal } from './parameter-list.ts';
import { periodText } from './parameter-history.tsx';

/** Figures entered by one person that wait for another's signature. */
export function WaitingProposals({ proposals, maySign }: { proposals: readonly ListedProposal[]; maySign: boolean }) {
  if (proposals.length === 0) return null;
  return <><h3>等复核</h3><ul className="ruled">{proposals.map((one) => <Proposal key={one.id} one={one} maySign={maySign} />)}</ul></>;
}

function Proposal({ one, maySign }: { one: ListedProposal; maySign: boolean }) {
  const { title, number } = one.document;
  const why = one.mine ? '这一条是您录入的，要另一位同事复核。' : maySign ? undefined : '由标准管理或审批岗位复核。';
  return (
    <li className="now">
      <p className="l1"><b className="filled">{hukouWord(one.hukouKind)} {one.text}</b><span className="quiet">{one.divisionName}</span></p>
      <p className="note">{periodText(one.from, one.to)}{one.demo ? <> <DemoMark /></> : null}</p>
      <p className="note">《{title}》{number === null ? <Unsourced>文号未录入</Unsourced> : number}</p>
      <p><State kind={why === undefined ? 'mine' : 'wait'}>{one.proposedBy} {dayLong(one.proposedOn)}录入</State></p>
      <div className="acts"><ButtonLink kind={why === undefined ? 'main' : 'secondary'} href={`/standards/proposals/${one.id}`}>推演、复核</ButtonLink></div>
      {why === undefined ? null : <p className="note">{why}</p>}
    </li>
  );
}
