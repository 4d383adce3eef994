import { useState } from 'react';
import type { DishonestyLine } from '../../../kernel/dishonesty/queries/list-records.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';

/** A record of false information against oneself: what, by which law, until when, and the way to object. Nothing where there is none. */
export function DishonestyOfMine() {
  const records = useApiQuery<{ records: readonly DishonestyLine[] }>('dishonesty.list-records').data?.records ?? [];
  if (records.length === 0) return null;
  return <section className="mine-part" aria-labelledby="records"><h2 id="records">失信记录</h2>{records.map((one) => <Record key={one.id} one={one} />)}</section>;
}

function Record({ one }: { one: DishonestyLine }) {
  const command = useApiCommand('dishonesty.object');
  const [said, setSaid] = useState('');
  return (
    <>
      <p><b>{one.ground}</b>。依据{one.law}。{one.lifted === true ? '已经撤销。' : `到 ${one.until} 前，再申请要按一般程序细查，不影响您申请。`}</p>
      {one.objection === null ? null : <p className="note">您说：{one.objection}{one.reply === null ? '。正在核实。' : `。答复：${one.reply}`}</p>}
      {one.objection !== null || !one.inForce ? null : (
        <form noValidate onSubmit={(event) => { event.preventDefault(); void command.run({ recordId: one.id, said: said.trim() }); }}>
          <Field label="觉得不对，说说为什么">{(ids) => <textarea {...ids} className="input" rows={3} maxLength={1000} value={said} onChange={(event) => setSaid(event.target.value)} />}</Field>
          <ErrorNote problem={command.problem} kept="您写的都还在。" />
          <p className="acts"><Button type="submit" busy={command.busy}>提异议</Button></p>
        </form>
      )}
    </>
  );
}
