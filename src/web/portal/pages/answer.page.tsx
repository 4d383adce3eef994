import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { MyCase } from '../parts/answers.ts';
import { CasePage } from '../parts/case-page.tsx';
import { PlainGrounds } from '../parts/plain-grounds.tsx';
import { definePage } from '../shell/page.ts';

function Answer() {
  return <CasePage>{(one) => <Shown one={one} />}</CasePage>;
}

/** What was found against the applicant, and the place to say that it is not so, with papers: one screen, sent by oneself. */
function Shown({ one }: { one: MyCase }) {
  const [sent, setSent] = useState(false);
  if (sent) return <Said one={one} head="收到了，我们重新查" lead="镇区会照您说的再核实一遍，查完再提意见。查的这些天不算在办理期限里拖着您。" />;
  if (one.asked === null) return <Said one={one} head="现在不用您答复" lead={one.now.doing} />;
  return (
    <div className="cols rest mine">
      <div>
        <p className="note">{one.matterTitle}申请，案号 {one.number}</p>
        <h1 tabIndex={-1}><span className="ph">核对下来有不符的，</span><span className="ph">您觉得对不对</span></h1>
        <section className="mine-part" aria-labelledby="found"><h2 id="found">查到的是这样</h2><div className="answer-grounds"><PlainGrounds items={one.asked.grounds} /></div></section>
        <section className="mine-part" aria-labelledby="say"><h2 id="say">不是这样，写在这里</h2><Say one={one} asked={one.asked} onSent={() => setSent(true)} /></section>
      </div>
      <div className="side">
        <section className="help" aria-labelledby="proof"><h2 id="proof">拿什么证明</h2><ul className="bring"><li>丢了工作的：离职证明、最后一个月的工资流水</li><li>钱不是您的：转账记录、对方写的说明</li><li>车、房已经卖了：过户的单子</li></ul><p>拍照传上来就行。没有的先写清楚，工作人员会去查。</p></section>
        <section className="help" aria-labelledby="right"><h2 id="right">查得没有错</h2><p>不用在这里写。打 <a href="tel:12345">12345</a> 报案号 {one.number}，或告诉镇区窗口，接着往下办。</p></section>
      </div>
    </div>
  );
}

function Say({ one, asked, onSent }: { one: MyCase; asked: NonNullable<MyCase['asked']>; onSent: () => void }) {
  const step = useApiCommand('casework.take-step');
  const [values, setValues] = useState<FormValues>({});
  if (asked.form === null) return null;
  const send = async () => { if (await step.run({ caseId: one.caseId, step: asked.step, seen: one.version, data: values }) !== undefined) onSent(); };
  return (
    <FormSheet form={asked.form} bareTitle values={values} onChange={(next) => { setValues(next); step.clear(); }} errors={step.fields} onSubmit={() => void send()}>
      <ErrorNote problem={step.fields.length > 0 ? undefined : step.problem} kept="您写的都还在。" />
      <Button kind="main" type="submit" busy={step.busy}>请你们再查一次</Button>
      <ButtonLink kind="bare" href={`/my/cases/${one.caseId}`}>先不写</ButtonLink>
    </FormSheet>
  );
}

function Said({ one, head, lead }: { one: MyCase; head: string; lead: string }) {
  return <div className="cols rest"><section className="prose" role="status"><h1 tabIndex={-1}>{head}</h1><p className="lead">{lead}</p><p className="acts"><ButtonLink kind="main" href={`/my/cases/${one.caseId}`}>看看办到哪一步</ButtonLink></p></section></div>;
}

export default definePage({ path: '/my/cases/$id/answer', title: '核对结果，您怎么说', signIn: true, mandated: true, covers: ['S001', 'S215'], component: Answer });
