import '../../forms/forms.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setActing, useActing, type Acting } from '../../acting.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { errorAt } from '../../forms/form-values.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import type { MyCases } from '../parts/answers.ts';
import { CaseBrief } from '../parts/case-brief.tsx';
import { standingWords, type HeldMandate, type MyMandates } from '../parts/mandate-answers.ts';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import { dayWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

/** 替别人办: whom one may help; and, while helping, that person's applications and nothing else. */
function Helping() {
  const acting = useActing();
  return acting === null ? <Choose /> : <Acts key={acting.mandate} acting={acting} />;
}

function Choose() {
  const { account } = useSignedIn();
  const read = useApiQuery<MyMandates>('mandates.my-mandates');
  const client = useQueryClient();
  const begin = (one: HeldMandate) => {
    setActing({ mandate: one.id, account: account.id, principal: one.principal, lastDay: one.lastDay, matters: one.matters, guardian: one.basis.startsWith('guardian') });
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.me' });
  };
  return (
    <div className="cols rest mine">
      <div>
        <h1 tabIndex={-1}>替别人办</h1>
        <p className="lead">老人、邻居请您帮忙，先要他点头。他给您授权码，或者一起到窗口登记授权委托书。</p>
        <section className="mine-part" aria-labelledby="held">
          <h2 id="held">我能替谁办</h2>
          <Await read={read} what="授权" lines={3}>{({ held, today }) => (held.length === 0 ? <Empty>还没有人请您替他办。</Empty> : (
            <ul className="briefs">{held.map((one) => (
              <li key={one.id}>
                <p><b>{one.principal}</b>（您是{one.relation}）　<State kind={one.state === 'holding' ? 'mine' : 'done'}>{standingWords(one, (day) => dayWords(day, today))}</State></p>
                <p>能办：{one.matters.map((matter) => matter.title).join('、')}。</p>
                {one.state === 'holding' ? <p className="acts"><Button kind="main" onPress={() => begin(one)}>替{one.principal}办</Button></p> : null}
              </li>
            ))}</ul>
          ))}</Await>
        </section>
        <section className="mine-part" aria-labelledby="take"><h2 id="take">我有授权码</h2><TakeCode /></section>
      </div>
      <div className="side"><section className="help" aria-labelledby="rules"><h2 id="rules">替人办，要记住</h2><ul><li>照他说的写，写的都要是真的</li><li>每一步都记您的名字，他看得到</li><li>办他的事，不收钱</li><li>他收回授权，您马上就不能办了</li></ul></section></div>
    </div>
  );
}

function TakeCode() {
  const take = useApiCommand<{ readonly mandate: number | null; readonly triesLeft: number }>('mandates.take-code');
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [pressed, setPressed] = useState(false);
  const digits = code.replace(/\D/g, '');
  const send = () => {
    setPressed(true);
    if (name.trim() !== '' && digits.length === 8) void take.run({ principalName: name.trim(), code: digits });
  };
  const wrong = take.answer?.mandate === null ? `姓名和授权码对不上，或者码已经过期、用过了。还能试 ${take.answer.triesLeft} 次。请他再看一遍，或重新给一个码。` : undefined;
  return (
    <form className="object" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      <Field label="他的姓名" help="写身份证上的姓名" required error={pressed && name.trim() === '' ? '请写他的姓名。' : errorAt(take.fields, 'principalName')}>{(ids) => <input {...ids} className="input" maxLength={50} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}</Field>
      <Field label="授权码" help="8 位数字" required error={pressed && digits.length !== 8 ? `授权码是 8 位数字，现在是 ${digits.length} 位。` : errorAt(take.fields, 'code')}>{(ids) => <input {...ids} className="input" inputMode="numeric" maxLength={12} autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />}</Field>
      {wrong === undefined ? null : <p className="error-note" role="alert">{wrong}</p>}
      {take.answer?.mandate ? <p role="status"><State kind="done">好了，上面多了一位。</State></p> : null}
      <ErrorNote problem={take.fields.length > 0 ? undefined : take.problem} kept="您写的都还在。" />
      <p className="acts"><Button kind="main" type="submit" busy={take.busy}>用这个码</Button></p>
    </form>
  );
}

function Acts({ acting }: { acting: Acting }) {
  const { today } = useSignedIn();
  const read = useApiQuery<MyCases>('casework.my-cases');
  return (
    <div className="cols rest mine">
      <div>
        <h1 tabIndex={-1}>替{acting.principal}办</h1>
        <Await read={read} what="他的申请" lines={3}>{(cases) => (
          <>
            {cases.length === 0 ? <Empty>还没有替{acting.principal}申请过。</Empty> : <section className="mine-part" aria-labelledby="cases"><h2 id="cases">申请办到哪里</h2><ul className="briefs">{cases.map((one) => <CaseBrief key={one.caseId} one={one} today={today} />)}</ul></section>}
            <p className="acts">{acting.matters.filter((matter) => !cases.some((one) => one.matter === matter.id && one.outcome === null)).map((matter) => <ButtonLink key={matter.id} kind="main" href={`/apply/${matter.id}`}>替{acting.principal}申请{matter.title}</ButtonLink>)}</p>
          </>
        )}</Await>
      </div>
      <div className="side"><section className="help" aria-labelledby="until"><h2 id="until">能办到哪天</h2><p>到{dayWords(acting.lastDay, today)}。{acting.principal}收回了，就马上不能办。</p><p>这里看不到他领的钱、他的资料，也不能换收钱的账户。</p></section></div>
    </div>
  );
}

const Page = () => <ResidentsOnly><Helping /></ResidentsOnly>;

export default definePage({ path: '/helping', title: '替别人办', signIn: true, mandated: true, covers: ['S215'], component: Page });
