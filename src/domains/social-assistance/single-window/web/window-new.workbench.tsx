import { useState } from 'react';
import { citeLaw } from '../../../../kernel/contract/law.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { FormSheet } from '../../../../web/forms/form-sheet.tsx';
import type { FormValues } from '../../../../web/forms/form-values.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { useOpen } from '../../../../web/ui/link.tsx';
import { Gloss, PageHead } from '../../../../web/ui/page-head.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import { intakeForm } from '../form.ts';
import type { Choices, TakenIn } from './api.ts';
import './window.css';

function NewIntake() {
  const read = useApiQuery<Choices>('single-window.get-choices');
  return <Await read={read} what="难处清单" lines={8}>{(choices) => <Register choices={choices} />}</Await>;
}

/** One sheet: who, what the trouble is, which needs; the side says where each goes while it is ticked. */
function Register({ choices }: { choices: Choices }) {
  const [values, setValues] = useState<FormValues>({ how: 'window' });
  const [needs, setNeeds] = useState<readonly string[]>([]);
  const command = useApiCommand<TakenIn>('single-window.take-in');
  const open = useOpen();
  const toggle = (id: string) => setNeeds((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const send = async () => {
    const answer = await command.run({ values, needs });
    if (answer !== undefined) open(`/window/intakes/${answer.intake}/receipt`);
  };
  const chosen = choices.needs.filter((one) => needs.includes(one.id));
  return (
    <div className="desk">
      <div className="list new-case">
        <PageHead over="一门受理" title="登记求助" lead="人来了，或者打电话来，都在这里登记一次。登记完当场给回执。" />
        {command.problem === undefined || command.fields.length > 0 ? null : <ErrorNote problem={command.problem} kept="填的都还在下面，没有丢。" />}
        <FormSheet form={intakeForm} values={values} onChange={setValues} errors={command.fields} onSubmit={() => void send()}>
          <fieldset className="needs">
            <legend>哪几样难处（可以勾几样）</legend>
            {choices.needs.map((need) => (
              <label key={need.id}><input type="checkbox" checked={needs.includes(need.id)} onChange={() => toggle(need.id)} />{need.plain}<span className="note">转{need.to}</span></label>
            ))}
          </fieldset>
          <ButtonLink href="/window">不登记了</ButtonLink><Button kind="main" type="submit" busy={command.busy}>{needs.length === 0 ? '登记求助' : `登记求助，分 ${needs.length} 件转出`}</Button>
        </FormSheet>
      </div>
      <aside className="next" aria-label="会转给谁">
        <h2>会转给谁</h2>
        {chosen.length === 0 ? <p className="note">勾了难处，这里就列出转给谁、依据哪一条。</p> : <Gloss items={chosen.map((one) => ({ title: one.plain, text: `${one.to}。${citeLaw(one.law)}` }))} />}
        <Gloss items={[
          { title: '保密', text: '写的内容存下来就是密的。承办单位只看得到转给它的那一件。' },
          { title: '回执', text: '一页纸，有求助编号和查询码。本人不用登录，拿着就能查到办到哪里。' },
        ]} />
      </aside>
    </div>
  );
}

export default definePage({ path: '/window/new', title: '登记求助', under: '/window', roles: ['village-clerk', 'town-clerk', 'town-lead', 'approver'], covers: ['S022'], component: NewIntake });
