import { useMemo, type ReactNode } from 'react';
import type { Form } from '../../../../kernel/contract/form.ts';
import { useActing } from '../../../../web/acting.ts';
import { useApiQuery } from '../../../../web/api-client.ts';
import type { MyCases } from '../../../../web/portal/parts/answers.ts';
import { ResidentsOnly } from '../../../../web/portal/parts/residents-only.tsx';
import { useDraft } from '../../../../web/portal/parts/use-draft.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { Loading } from '../../../../web/ui/loading.tsx';
import { useSignedIn } from '../../../../web/ui/session.ts';
import { ApplySteps } from './apply-steps.tsx';
import type { ApplyWords } from './apply-words.ts';
import { makePortalForm } from './portal-form.ts';

/** Applying on the phone: the form in force today, one step at a time; an application that is being worked on is shown instead. */
export function ApplyPage({ words }: { words: ApplyWords }) {
  return <ResidentsOnly><Apply words={words} /></ResidentsOnly>;
}

function Apply({ words }: { words: ApplyWords }) {
  const cases = useApiQuery<MyCases>('casework.my-cases');
  const running = cases.data?.find((one) => one.matter === words.matter && one.outcome === null);
  if (cases.data === undefined && !cases.isError) return <div className="cols rest"><Loading what="您的申请" /></div>;
  return running === undefined ? <Fill words={words} /> : <Running running={running} />;
}

function Fill({ words }: { words: ApplyWords }) {
  const { account } = useSignedIn();
  const acting = useActing();
  const draft = useDraft(words.matter, acting === null ? String(account.id) : `${account.id}.${acting.mandate}`);
  const form = useApiQuery<Form>('casework.get-application-form', { matter: words.matter }, { keep: { where: 'device' } });
  const portal = useMemo(() => (form.data === undefined ? undefined : makePortalForm(form.data, { signed: acting === null })), [form.data, acting]);
  if (portal === undefined && form.isError) return <div className="cols rest"><Await read={form} what="申请表" lines={4}>{() => null}</Await></div>;
  if (draft.values === undefined || portal === undefined) return <div className="cols rest"><Loading what="您先前写的" lines={4} /></div>;
  if (draft.state.is === 'sent') return <Sent />;
  return <ApplySteps draft={draft} values={draft.values} words={words} portal={portal} />;
}

/** Handed in from another window or by who helps, while this one was open: nothing is sent twice. */
function Sent(): ReactNode {
  const acting = useActing();
  return (
    <div className="cols rest"><section className="prose">
      <h1 tabIndex={-1}><span className="ph">这份申请</span><span className="ph">已经交上去了</span></h1>
      <p className="lead">在别的手机或别的窗口交的。不用再交一次。</p>
      <p className="acts"><ButtonLink kind="main" href={acting === null ? '/my' : '/helping'}>看看办到哪一步</ButtonLink></p>
    </section></div>
  );
}

/** One household has one application at a time: leads to it instead of letting somebody fill all in for a refusal. */
function Running({ running }: { running: MyCases[number] }) {
  return (
    <div className="cols rest">
      <section className="prose">
        <h1 tabIndex={-1}><span className="ph">您家的申请</span><span className="ph">正在办</span></h1>
        <p className="lead">不用再申请一次。案号 {running.number}，现在：{running.stateTitle}。</p>
        <p className="acts"><ButtonLink kind="main" href={`/my/cases/${running.caseId}`}>看看办到哪一步</ButtonLink></p>
      </section>
    </div>
  );
}
