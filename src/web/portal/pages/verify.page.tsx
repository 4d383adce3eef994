import { useState } from 'react';
import type { Genuine } from '../../../kernel/recognitions/queries/verify.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Facts } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { dayWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

interface Verified { readonly number: string; readonly matterTitle: string; readonly outcomeTitle: string; readonly decidedOn: string; readonly office: string; readonly digest: string; readonly intact: boolean; readonly revoked: boolean }

const HOLDS: Readonly<Record<Genuine['state'], string>> = { holding: '是真的，现在有效', coming: '是真的，还没有到起算的日子', expired: '是真的，但已经不再有效' };
/** Certificates are numbered apart from the papers of a decision: ZS-RC-2014-000001. */
const isCertificate = (number: string): boolean => /-RC-/i.test(number);

/** 验文书: whether a paper was really issued and says what was decided. Whose it is stays on the paper. */
function Verify() {
  const [typed, setTyped] = useState({ number: '', code: '' });
  const [asked, setAsked] = useState<typeof typed | undefined>(undefined);
  const certificate = asked !== undefined && isCertificate(asked.number);
  const read = useApiQuery<Verified>('service.verify-paper', asked, { enabled: asked !== undefined && !certificate });
  const held = useApiQuery<Genuine>('recognitions.verify', asked, { enabled: certificate });
  return (
    <div className="cols rest">
      <section>
        <h1 tabIndex={-1}>验文书</h1>
        <p className="lead">拿着决定书、通知书，或者低收入困难家庭证明，照上面的文号（编号）和校验码写，就知道真不真。</p>
        <form className="object" onSubmit={(event) => { event.preventDefault(); setAsked({ number: typed.number.trim(), code: typed.code.trim() }); }}>
          <Field label="文号或证明编号" help="括号写哪一种都行">{(ids) => <input {...ids} className="input" maxLength={40} placeholder="中民低字〔2014〕18号" value={typed.number} onChange={(event) => setTyped({ ...typed, number: event.target.value })} />}</Field>
          <Field label="校验码" help="在文号旁边">{(ids) => <input {...ids} className="input" maxLength={20} autoComplete="off" value={typed.code} onChange={(event) => setTyped({ ...typed, code: event.target.value })} />}</Field>
          <p className="acts"><Button kind="main" type="submit">验</Button></p>
        </form>
        {!certificate ? null : <Await read={held} what="这份证明" lines={3}>{(one) => (
          <section className="objected" role="status">
            <h2><State kind={one.state === 'holding' ? 'done' : 'over'}>{HOLDS[one.state]}</State></h2>
            <Facts items={[{ label: '编号', value: one.number }, { label: '什么证明', value: one.certificate }, { label: '有效期', value: `${dayWords(one.from, undefined)}至${dayWords(one.lastDay, undefined)}` }]} />
          </section>
        )}</Await>}
        {asked === undefined || certificate ? null : <Await read={read} what="这份文书" lines={3}>{(one) => (
          <section className="objected" role="status">
            <h2>{one.intact ? <State kind="done">是真的，内容没有动过</State> : <State kind="over">发过这个文号，但内容对不上，请打 12345</State>}</h2>
            {one.revoked ? <p>这个决定后来经复议或者法院变更、撤销了，以新的为准。</p> : null}
            <Facts items={[{ label: '文号', value: one.number }, { label: '什么决定', value: `${one.matterTitle}，${one.outcomeTitle}` }, { label: '哪天', value: dayWords(one.decidedOn, undefined) }, { label: '哪里', value: one.office }, { label: '摘要', value: one.digest.slice(0, 16) }]} />
          </section>
        )}</Await>}
      </section>
      <div className="side"><section className="help" aria-labelledby="how"><h2 id="how">怎么看</h2><p>文书最下面一行印着文号、校验码和摘要。摘要前 16 位和这里一样，就是同一份。</p><p>证明上的编号和验证码在标题下面。只告诉您真不真、管到哪天。</p><p>这里不显示是谁家的。</p></section></div>
    </div>
  );
}

export default definePage({ path: '/verify', title: '验文书', covers: ['S025', 'S003'], component: Verify });
