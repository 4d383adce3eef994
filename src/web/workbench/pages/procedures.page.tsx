import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { PageHead, Section, Views } from '../../ui/page-head.tsx';
import { ProcedureChart, type ProcedureDetail } from '../procedures/procedure-chart.tsx';
import { definePage } from '../shell/page.ts';

interface Answer { readonly today: string; readonly matters: readonly { readonly id: string; readonly title: string; readonly procedures: readonly ProcedureDetail[] }[] }
const KINDS = { application: '申请', review: '复核', change: '变更', stop: '停发、恢复' } as const;

function Procedures() {
  const read = useApiQuery<Answer>('casework.list-procedures');
  return <div className="page"><Await read={read} what="办理程序" lines={8}>{(answer) => <Desk answer={answer} />}</Await></div>;
}

function Desk({ answer }: { answer: Answer }) {
  const [matterId, setMatter] = useState(answer.matters[0]?.id ?? '');
  const matter = answer.matters.find((one) => one.id === matterId) ?? answer.matters[0];
  const inForce = (one: ProcedureDetail): boolean => one.from <= answer.today && (one.to === null || one.to > answer.today);
  const first = matter?.procedures.find(inForce) ?? matter?.procedures[0];
  const [chosenId, setChosen] = useState<string | undefined>(undefined);
  const chosen = matter?.procedures.find((one) => one.id === chosenId) ?? first;
  return (
    <>
      <PageHead title="办理程序" lead="每件事项按哪部法、谁办哪一步、限几天、办完到哪里。件按开办那天的程序走到底，程序换了也不改。" />
      {answer.matters.length > 1 ? <Views label="哪件事项" value={matterId} onChange={(id) => { setMatter(id); setChosen(undefined); }} views={answer.matters.map((one) => ({ value: one.id, title: one.title }))} /> : null}
      {matter === undefined || chosen === undefined ? null : (
        <>
          <Views label="哪个程序" value={chosen.id} onChange={setChosen} views={matter.procedures.map((one) => ({ value: one.id, title: `${one.title}${inForce(one) ? '' : '（现在不用）'}` }))} />
          <Section title={chosen.title} note={`${KINDS[chosen.kind]}，${dayLong(chosen.from)}起${chosen.to === null ? '' : `，到${dayLong(chosen.to)}前开办的件`}`}>
            <p className="note">依据：{chosen.law.join('；')}</p>
            <ProcedureChart procedure={chosen} />
          </Section>
        </>
      )}
    </>
  );
}

export default definePage({ path: '/procedures', title: '办理程序', under: '/parameters', shelf: { label: '办理程序', order: 80 }, covers: ['S001', 'S216'], component: Procedures });
