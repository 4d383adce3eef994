import { useApiQuery } from '../../../../web/api-client.ts';
import { ResidentsOnly } from '../../../../web/portal/parts/residents-only.tsx';
import { useDraft } from '../../../../web/portal/parts/use-draft.ts';
import { definePage } from '../../../../web/portal/shell/page.ts';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { Loading } from '../../../../web/ui/loading.tsx';
import { useSignedIn } from '../../../../web/ui/session.ts';
import { ApplySteps } from './apply-steps.tsx';

const MATTER = 'subsistence-allowance';

/** Of `casework.my-cases`. */
interface MyCase { readonly caseId: number; readonly number: string; readonly matter: string; readonly outcome: string | null; readonly stateTitle: string }

function Apply() {
  const cases = useApiQuery<readonly MyCase[]>('casework.my-cases');
  const running = cases.data?.find((one) => one.matter === MATTER && one.outcome === null);
  if (cases.data === undefined && !cases.isError) return <div className="cols rest"><Loading what="您的申请" /></div>;
  return running === undefined ? <Fill /> : <Running running={running} />;
}

function Fill() {
  const { account } = useSignedIn();
  const draft = useDraft(MATTER, account.id);
  if (draft.values === undefined) return <div className="cols rest"><Loading what="您先前写的" lines={4} /></div>;
  return <ApplySteps draft={draft} values={draft.values} matter={MATTER} />;
}

/** One household has one application at a time: leads to it instead of letting somebody fill all in for a refusal. */
function Running({ running }: { running: MyCase }) {
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

function ApplyPage() {
  return <ResidentsOnly><Apply /></ResidentsOnly>;
}

export default definePage({ path: '/apply/subsistence-allowance', title: '申请低保', signIn: true, covers: ['S001', 'S215'], component: ApplyPage });
