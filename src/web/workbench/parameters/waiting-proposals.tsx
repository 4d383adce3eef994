import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
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
  const sign = useApiCommand('policy.sign-value');
  const { title, number } = one.document;
  const why = one.mine ? '这一条是您录入的，要另一位同事复核。' : maySign ? undefined : '由标准管理或审批岗位复核。';
  return (
    <li className="now">
      <p className="l1"><b className="filled">{hukouWord(one.hukouKind)} {one.text}</b><span className="quiet">{one.divisionName}</span></p>
      <p className="note">{periodText(one.from, one.to)}</p>
      <p className="note">《{title}》{number === null ? <Unsourced>文号未录入</Unsourced> : number}</p>
      <p><State kind={why === undefined ? 'mine' : 'wait'}>{one.proposedBy} {dayLong(one.proposedOn)}录入</State></p>
      <div className="acts">
        <Button kind="main" busy={sign.busy} onPress={() => void sign.run({ proposal: one.id, agree: true })} {...(why === undefined ? {} : { waiting: why })}>复核同意，{one.text}</Button>
        {why === undefined ? <Button busy={sign.busy} onPress={() => void sign.run({ proposal: one.id, agree: false })}>退回</Button> : null}
      </div>
      <ErrorNote problem={sign.problem} />
    </li>
  );
}
