import { useApiQuery } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { MandatePaper } from '../../ui/mandate-paper.tsx';
import { useCity, useSignedIn } from '../../ui/session.ts';
import type { Gettable } from '../parts/answers.ts';
import type { MyMandates } from '../parts/mandate-answers.ts';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import { definePage } from '../shell/page.ts';
import './certificate.css';

/** 授权委托书 to print and sign: filled from a mandate, or empty with lines to write on. */
function Paper() {
  const asked = Number(new URLSearchParams(location.search).get('mandate') ?? '0');
  const given = useApiQuery<MyMandates>('mandates.my-mandates').data?.given.find((one) => one.id === asked);
  const matters = (useApiQuery<readonly Gettable[]>('benefits.what-can-i-get').data ?? []).filter((one) => one.applies).map((one) => one.title);
  const city = useCity();
  const { today } = useSignedIn();
  return (
    <div className="certificate-page">
      <h1 className="vh" tabIndex={-1}>打印授权委托书</h1>
      <p className="acts noprint"><Button kind="main" onPress={() => window.print()}>打印</Button><ButtonLink href="/my/helpers">回到“请人替我办”</ButtonLink></p>
      <p className="note noprint">没有打印机，窗口有现成的。两人签字，带上两人的身份证，到村（居）委会或镇区窗口登记。</p>
      <article className="certificate"><MandatePaper mandate={given} matters={matters} demoCity={city?.demo === true} today={today} /></article>
    </div>
  );
}

const Page = () => <ResidentsOnly><Paper /></ResidentsOnly>;

export default definePage({ path: '/my/helpers/paper', title: '授权委托书', signIn: true, covers: ['S215'], component: Page });
