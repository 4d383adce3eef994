import type { MyTransfers } from '../../../kernel/casework/queries/my-transfers.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A, useOpen } from '../../ui/link.tsx';

/** 转办: what one's refused or ended application can go on as, what that changes, and the one press that agrees. */
export function AgreeTransfer({ caseId }: { caseId: number }) {
  const data = useApiQuery<MyTransfers>('casework.my-transfers', { caseId }).data;
  const command = useApiCommand<{ readonly caseId: number }>('casework.agree-transfer');
  const open = useOpen();
  if (data?.to) return <section className="mine-part" aria-labelledby="moved"><h2 id="moved">接着办</h2><p>您同意转办，已经转为<A href={`/my/cases/${data.to.caseId}`}>{data.to.title}</A>（案号 {data.to.number}）。</p></section>;
  if (data === undefined || data.offers.length === 0) return null;
  return data.offers.map((offer) => (
    <section key={offer.matter} className="mine-part todo" aria-labelledby={`transfer-${offer.matter}`}>
      <h2 id={`transfer-${offer.matter}`}>可以接着办{offer.get}，不用再填</h2>
      <p>按已经核实的情况，{offer.explanation}{offer.intro}</p>
      <ul className="bring"><li>您同意以后，这一件的材料、签字、核对结果都接着用，什么都不用再交。</li><li>还要再公示一次，由{offer.title}的办事人作决定。</li><li>这一件的决定不变。不服的，复议、诉讼的日子照样算。</li></ul>
      <ErrorNote problem={command.problem} />
      <p className="acts"><Button kind="main" busy={command.busy} onPress={() => { void command.run({ caseId, matter: offer.matter }).then((done) => { if (done !== undefined) open(`/my/cases/${done.caseId}`); }); }}>同意，接着办{offer.get}</Button></p>
    </section>
  ));
}
