import { useState } from 'react';
import type { Transfers } from '../../../kernel/casework/queries/list-transfers.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import type { CaseDetail } from './api.ts';

/** 转办: where a refused case can go on with the same papers, where it came from, where it went. Nothing is typed again but who agreed. */
export function TransferOffer({ detail }: { detail: CaseDetail }) {
  const read = useApiQuery<Transfers>('casework.list-transfers', { caseId: detail.caseId });
  const open = useOpen();
  const command = useApiCommand<{ readonly caseId: number }>('casework.transfer');
  const [agreedBy, setAgreedBy] = useState('');
  const [how, setHow] = useState('in-person');
  const data = read.data;
  const offer = data?.offers.find((one) => one.fits);
  if (data === undefined || (offer === undefined && data.from === null && data.to === null)) return null;
  return (
    <Section title="转办">
      {data.from === null ? null : <p>从<A href={`/cases/${data.from.caseId}`}>{data.from.title} {data.from.number}</A>转来，沿用那一件的材料和核对报告。</p>}
      {data.to === null ? null : <p>已转为<A href={`/cases/${data.to.caseId}`}>{data.to.title} {data.to.number}</A>。</p>}
      {offer === undefined ? null : (
        <>
          <p>按这一件核实的情况，{offer.explanation}家庭同意的，可以直接转为<b>{offer.title}</b>，材料、授权、核对报告都沿用，不用再填。</p>
          <Field label="家里谁同意的">{(ids) => <input {...ids} className="input" value={agreedBy} maxLength={40} onChange={(event) => setAgreedBy(event.target.value)} />}</Field>
          <div className="field short"><label htmlFor="agreed-how">怎么同意的</label><select id="agreed-how" className="input" value={how} onChange={(event) => setHow(event.target.value)}><option value="in-person">当面</option><option value="phone">电话</option></select></div>
          <Button onPress={() => { void command.run({ caseId: detail.caseId, matter: offer.matter, agreedBy, how }).then((done) => { if (done !== undefined) open(`/cases/${done.caseId}`); }); }} busy={command.busy}>家庭同意，转办</Button>
          <ErrorNote problem={command.problem} />
        </>
      )}
    </Section>
  );
}
