import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Form } from '../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { fromSheet, toSheet } from '../cases/fact-values.ts';
import { concludeForm } from './forms.ts';

export type ComplaintDetail = DoorOutput<typeof import('../../../kernel/complaints/queries/get-complaint.ts').default>;
type GrantFacts = DoorOutput<typeof import('../../../kernel/benefits/queries/get-grant-facts.ts').default>;
interface Concluded { readonly did: string; readonly overpaidFen: number; readonly grantId: number | null }

/** 结论, and with it the change of the data; where an amount is worked out anew, the facts follow on a second sheet. */
export function ConcludeDialog({ detail, onClose }: { detail: ComplaintDetail; onClose: () => void }) {
  const command = useApiCommand<Concluded>('complaints.conclude');
  const [values, setValues] = useState<FormValues>({ kind: 'none' });
  const [facing, setFacing] = useState(false);
  const kind = String(values['kind']);
  const send = (facts?: unknown) => command.run({ complaintId: detail.id, seen: detail.version, outcome: values['outcome'], opinion: values['opinion'], reply: values['reply'], correction: correctionOf(kind, values, facts) });
  if (command.answer !== undefined) return <Done answer={command.answer} onClose={onClose} />;
  const grant = Number(values[`grant-${kind}`]);
  return (
    <Dialog open wide title={`结论，${detail.number}`} onClose={onClose}>
      <div className="told">
        <ErrorNote problem={command.problem} kept="您写的都还在下面。" />
        {facing ? <FactsSheet grant={grant} errors={command.fields} busy={command.busy} onBack={() => setFacing(false)} onSend={(facts) => void send(facts)} /> : (
          <FormSheet form={concludeForm(detail)} bareTitle values={values} onChange={setValues} errors={command.fields} onSubmit={() => (kind === 'change' ? setFacing(true) : void send())}>
            <Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={command.busy}>{kind === 'change' ? '下一步：更正情况' : '作出结论'}</Button>
          </FormSheet>
        )}
      </div>
    </Dialog>
  );
}

function correctionOf(kind: string, values: FormValues, facts: unknown): unknown {
  const grantId = Number(values[`grant-${kind}`]);
  const fromMonth = values[`month-${kind}`];
  switch (kind) {
    case 'case': return { kind, caseId: Number(values['case']) };
    case 'suspend': case 'end': return { kind, grantId, fromMonth };
    case 'change': return { kind, grantId, fromMonth, facts };
    default: return { kind: 'none' };
  }
}

function FactsSheet({ grant, errors, busy, onBack, onSend }: { grant: number; errors: ReturnType<typeof useApiCommand>['fields']; busy: boolean; onBack: () => void; onSend: (facts: unknown) => void }) {
  const read = useApiQuery<GrantFacts>('benefits.get-grant-facts', { grant });
  return <Await read={read} what="现在依据的情况" lines={6}>{(answer) => (answer.form === null || answer.facts === null
    ? <><p>这份待遇是接收原花名册来的，没有逐项的情况，不能重算。可以先暂停，再做复核。</p><div className="acts"><Button onPress={onBack}>改选别的</Button></div></>
    : <Facts form={answer.form} before={answer.facts} errors={errors} busy={busy} onBack={onBack} onSend={onSend} />)}</Await>;
}

function Facts({ form, before, errors, busy, onBack, onSend }: { form: Form; before: Readonly<Record<string, unknown>>; errors: ReturnType<typeof useApiCommand>['fields']; busy: boolean; onBack: () => void; onSend: (facts: unknown) => void }) {
  const [values, setValues] = useState<FormValues>(() => toSheet(before));
  return (
    <FormSheet form={form} values={values} onChange={setValues} errors={errors} onSubmit={() => onSend(fromSheet(values))}>
      <Button onPress={onBack}>上一步</Button><Button kind="main" type="submit" busy={busy}>作出结论，重新计算</Button>
    </FormSheet>
  );
}

function Done({ answer, onClose }: { answer: Concluded; onClose: () => void }) {
  return (
    <Dialog open title="已作出结论" onClose={onClose} foot={<Button kind="main" onPress={onClose}>好</Button>}>
      <p>{answer.did}。</p>
      {answer.overpaidFen > 0 && answer.grantId !== null ? <p>多发了 <b><Money fen={answer.overpaidFen} unit /></b>，<A href={`/grants/${answer.grantId}/recovery`}>定扣回办法</A>。</p> : null}
    </Dialog>
  );
}
