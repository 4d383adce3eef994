import { useActing } from '../../acting.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { A } from '../../ui/link.tsx';
import { Seal } from '../../ui/seal.tsx';
import { Trail } from '../../ui/trail.tsx';
import type { MyCase } from '../parts/answers.ts';
import { AgreeTransfer } from '../parts/agree-transfer.tsx';
import { CallOff } from '../parts/call-off.tsx';
import { CasePage } from '../parts/case-page.tsx';
import { Progress } from '../parts/progress.tsx';
import { ReceivedHere } from '../parts/received-here.tsx';
import { SignHere } from '../parts/sign-here.tsx';
import { dayAfterWords, dayWords } from '../parts/spoken.ts';
import { Told } from '../parts/told.tsx';
import { definePage } from '../shell/page.ts';

function Case() {
  return <CasePage>{(one, today) => <Shown one={one} today={today} />}</CasePage>;
}

/** Where it stands, what one has to do, what comes next and when: in this order. */
function Shown({ one, today }: { one: MyCase; today: string }) {
  const no = one.outcome === 'refused' || one.outcome === 'terminated';
  const acting = useActing();
  const final = one.outcome === 'granted' || no;
  return (
    <div className="cols rest mine case">
      <div>
        <p className="note">{acting === null ? '' : `${acting.principal}的`}{one.matterTitle}申请，案号 {one.number}，{dayWords(one.openedOn, today)}申请</p>
        <div className="case-top"><h1 tabIndex={-1}>{headOf(one)}</h1>{final && one.sealed !== null ? <Seal words={one.sealed} granted={one.outcome === 'granted'} /> : null}</div>
        <p className="lead">{one.now.doing}</p>
        <p className={one.now.you.startsWith('请') ? 'do-this' : undefined}>{one.now.you}</p>
        {one.asksPapers.length === 0 ? null : <><p>可以在这里拍照交，也可以带到村（居）委会或镇区窗口，当场收。</p><p className="acts"><ButtonLink kind="main" href={`/my/cases/${one.caseId}/papers`}>拍照补材料</ButtonLink></p></>}
        {one.decision === null ? null : <p className="acts"><ButtonLink kind="main" href={`/my/cases/${one.caseId}/why`}>{no ? `为什么${one.outcome === 'terminated' ? '终止了' : one.words.plainNo}，还能怎么办` : one.decision.fen === null && one.outcome === 'granted' ? '为什么能认定' : '为什么是这个数'}</ButtonLink></p>}
        {one.notice?.running === true ? <p><A href={`/notices/${one.notice.id}`}>看公示的样子</A>。没有人提意见，{dayAfterWords(one.notice.endsOn, today)}接着往下办。</p> : null}
        {one.decision === null || acting !== null ? null : <ReceivedHere caseId={one.caseId} today={today} />}
        {one.asked === null ? null : <p className="acts"><ButtonLink kind="main" href={`/my/cases/${one.caseId}/answer`}>看查到了什么，不对就说</ButtonLink></p>}
        {one.decision === null || acting !== null ? null : <AgreeTransfer caseId={one.caseId} />}
        <SignHere one={one} />
        <section className="mine-part" aria-labelledby="stages"><h2 id="stages">一步一步</h2><Progress stages={one.stages} today={today} /></section>
        <section className="mine-part" aria-labelledby="told">
          <h2 id="told">您写的</h2>
          <details><summary>打开看全部</summary>{one.answers.declaration.sections.map((section) => <section key={section.id} className="told-part"><h3>{section.plainTitle ?? section.title}</h3><Told fields={section.fields} values={one.answers.values as never} /></section>)}</details>
          <p className="note">写错了，或者家里有变化，告诉镇区窗口，工作人员来改。</p>
        </section>
        {one.mayWithdraw ? <CallOff caseId={one.caseId} version={one.version} number={one.number} /> : null}
      </div>
      <div className="side">
        <section aria-labelledby="trail"><h2 id="trail">到现在</h2><Trail items={one.trail.map((item) => ({ day: item.on, title: item.title, note: item.office ?? undefined, kind: 'act' as const }))} today={today} /></section>
        <section aria-labelledby="members"><h2 id="members">家里人</h2><ul className="signers">{one.members.map((member) => <li key={member.key}><span>{member.name}{member.me ? '（您）' : ''}</span><span className="note">{member.signedOn === null ? '还没有签字' : `${dayWords(member.signedOn, today)}签字`}</span></li>)}</ul></section>
        <section className="help" aria-labelledby="ask"><h2 id="ask">想问一句</h2><p>打 <a href="tel:12345">12345</a>，报案号 {one.number}。</p></section>
      </div>
    </div>
  );
}

function headOf({ words, outcome, stateTitle, matterTitle, now }: MyCase): string {
  switch (outcome) {
    case 'granted': return `您家的${matterTitle}批下来了`;
    case 'refused': return `这次${words.plainNo}`;
    case 'terminated': return '这次申请终止了';
    case 'withdrawn': return '已经撤回';
    case 'not-accepted': return '没有受理';
    case 'continued': return `您家的${matterTitle}继续发`;
    case 'suspended': return `您家的${matterTitle}暂停发放`;
    case 'ended': return `您家的${matterTitle}停发`;
    case 'resumed': return `您家的${matterTitle}恢复发放`;
    case null: return now.you.startsWith('请补') ? '等您补材料' : stateTitle;
  }
}

export default definePage({ path: '/my/cases/$id', title: '我的申请', signIn: true, mandated: true, covers: ['S215', 'S001'], component: Case });
