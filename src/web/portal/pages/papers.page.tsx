import '../../forms/forms.css';
import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { FileInput } from '../../forms/file-input.tsx';
import { idsOf, type FormValue } from '../../forms/form-values.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import type { MyCase } from '../parts/answers.ts';
import { CasePage } from '../parts/case-page.tsx';
import { WithoutPhone } from '../parts/without-phone.tsx';
import { definePage } from '../shell/page.ts';

/** 拍照补材料: each paper that was asked for, one after the other; what is through stays through. */
function Papers() {
  return <CasePage>{(one) => <Shown one={one} />}</CasePage>;
}

function Shown({ one }: { one: MyCase }) {
  const [sent, setSent] = useState(false);
  if (sent) return <Said one={one} head="材料收到了，接着办" lead="工作人员会看一遍。看不清的，会再跟您说。" />;
  if (one.asksPapers.length === 0) return <Said one={one} head="现在不用补材料" lead={one.now.doing} />;
  return (
    <div className="cols rest mine">
      <div>
        <p className="note">{one.matterTitle}申请，案号 {one.number}</p>
        <h1 tabIndex={-1}>拍照补材料</h1>
        <p className="lead">要补 {one.asksPapers.length} 样。一样一样拍，拍一张存一张，断了网不用重来。</p>
        <Each one={one} onSent={() => setSent(true)} />
      </div>
      <div className="side"><section className="help" aria-labelledby="how"><h2 id="how">怎么拍</h2><ul><li>放平，光要亮，不要反光</li><li>四个角都拍到，字看得清</li><li>一张纸拍一张</li></ul></section><WithoutPhone /></div>
    </div>
  );
}

function Each({ one, onSent }: { one: MyCase; onSent: () => void }) {
  const step = useApiCommand('casework.take-step');
  const [files, setFiles] = useState<Readonly<Record<string, FormValue>>>({});
  const [pressed, setPressed] = useState(false);
  const missing = one.asksPapers.filter((paper) => idsOf(files[paper]).length === 0);
  const send = async () => {
    setPressed(true);
    if (missing.length > 0) return;
    const received = one.asksPapers.map((paper) => `${paper}：照片 ${idsOf(files[paper]).length} 张`).join('；').slice(0, 500);
    if (await step.run({ caseId: one.caseId, step: 'supplement', seen: one.version, data: { received, files: one.asksPapers.flatMap((paper) => [...idsOf(files[paper])]) } }) !== undefined) onSent();
  };
  return (
    <form className="check-form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {pressed && missing.length > 0 ? <div className="error-note" role="alert"><p className="what">还差 {missing.length} 样：{missing.join('、')}。</p><p>手边没有的，先不交；或者带到窗口，当场收。</p></div> : null}
      {one.asksPapers.map((paper) => <Field key={paper} label={paper} required error={pressed && missing.includes(paper) ? '还没有拍这一样。' : undefined}>{(ids) => <FileInput ids={ids} value={files[paper]} onChange={(value) => setFiles((before) => ({ ...before, [paper]: value }))} />}</Field>)}
      <ErrorNote problem={step.problem} kept="传好的照片都还在。" />
      <p className="acts"><Button kind="main" type="submit" busy={step.busy}>都拍好了，交上去</Button><ButtonLink kind="bare" href={`/my/cases/${one.caseId}`}>先不交</ButtonLink></p>
    </form>
  );
}

function Said({ one, head, lead }: { one: MyCase; head: string; lead: string }) {
  return <div className="cols rest"><section className="prose" role="status"><h1 tabIndex={-1}>{head}</h1><p className="lead">{lead}</p><p className="acts"><ButtonLink kind="main" href={`/my/cases/${one.caseId}`}>看看办到哪一步</ButtonLink></p></section></div>;
}

export default definePage({ path: '/my/cases/$id/papers', title: '拍照补材料', signIn: true, mandated: true, covers: ['S215'], component: Papers });
