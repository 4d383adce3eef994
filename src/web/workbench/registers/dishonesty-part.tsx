import { useState } from 'react';
import type { DishonestyLine } from '../../../kernel/dishonesty/queries/list-records.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';

const FORM = { id: 'record', title: '失信记录', sections: [{ id: 'record', title: '失信记录', fields: [
  { key: 'ground', title: '查实的事实', kind: 'long-text' as const, required: true, maxLength: 500 },
  { key: 'instrument', title: '依据的法规', kind: 'text' as const, required: true, maxLength: 100 }, { key: 'article', title: '第几条', kind: 'text' as const, required: true, maxLength: 40 },
  { key: 'penaltyFen', title: '罚款（有处罚决定的）', kind: 'money' as const, required: false, unit: '元' }] }] };
const INITIAL = { instrument: '社会救助暂行办法', article: '第六十八条' };

/** On the page of a person: records of false information, and for the approver the way to make one. */
export function DishonestyPart({ person, name }: { person: number; name: string }) {
  const [open, setOpen] = useState(false);
  const read = useApiQuery<{ records: readonly DishonestyLine[] }>('dishonesty.list-records', { person });
  const command = useApiCommand('dishonesty.record');
  const approver = usePost()?.role === 'approver';
  const records = read.data?.records ?? [];
  if (records.length === 0 && !approver) return null;
  return (
    <Section title="失信记录">
      {records.length === 0 ? <p className="note">没有。</p> : <ul className="ruled">{records.map((one) => <li key={one.id} className={one.inForce ? undefined : 'past'}><p className="l1"><A href="/dishonesty">{one.number}</A>{one.inForce ? <State kind="over">至 {one.until} 前</State> : <State kind="done">{one.lifted === true ? '已撤销' : '期满'}</State>}</p><p className="note">{one.ground}</p></li>)}</ul>}
      {approver ? <div className="acts"><Button onPress={() => setOpen(true)}>记失信</Button></div> : null}
      {open ? <FormDialog title={`失信记录，${name}`} form={FORM} submit="作出记录" command={command} initial={INITIAL} onDone={() => setOpen(false)} onClose={() => setOpen(false)}
        body={({ instrument, article, ground, penaltyFen }) => ({ person, ground, law: { instrument, article }, ...(typeof penaltyFen === 'number' ? { penaltyFen } : {}) })}><p className="note">期限按参数“失信记录期限”。要告知本人，本人可以提异议。</p></FormDialog> : null}
    </Section>
  );
}
