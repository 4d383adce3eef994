import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { dayWords } from './spoken.ts';

type Paper = DoorOutput<typeof import('../../../kernel/service/queries/get-paper.ts').default>;

/** The decision has come: its number and code, the way to say that one has it, and from then until when to turn to whom. */
export function ReceivedHere({ caseId, today }: { caseId: number; today: string }) {
  const paper = useApiQuery<Paper>('service.get-paper', { caseId }).data;
  const command = useApiCommand('service.confirm');
  if (paper === undefined) return null;
  return (
    <section className={paper.mayConfirm ? 'mine-part todo' : 'mine-part'} aria-labelledby="received">
      <h2 id="received">决定书</h2>
      <p>{paper.number === null ? '' : `文号 ${paper.number}，校验码 ${paper.code ?? ''}。`}{paper.servedOn === null ? '还没有记下您收到了。' : `${dayWords(paper.servedOn, today)}送达。`}</p>
      {paper.mayConfirm ? <><p>看过了，按一下。从今天起算，不服的可以找上级或者法院。不按也行，会有人送到您手里。</p><ErrorNote problem={command.problem} /><p className="acts"><Button kind="main" busy={command.busy} onPress={() => void command.run({ decisionId: paper.decisionId })}>我收到了</Button></p></> : null}
      {paper.servedOn === null ? null : <ul className="bring">{paper.remedies.map((one) => <li key={one.id}>{one.plain}（{one.title}）：向{one.body}，{one.lastDay === null ? one.within : `到 ${dayWords(one.lastDay, today)}为止`}</li>)}</ul>}
    </section>
  );
}
