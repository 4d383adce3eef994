import { useApiQuery } from '../../api-client.ts';
import { MandatePaper } from '../../ui/mandate-paper.tsx';
import { useCity, useSignedIn } from '../../ui/session.ts';
import type { FormList } from '../cases/api.ts';
import { PaperDesk } from '../cases/paper.tsx';
import { definePage } from '../shell/page.ts';

/** 授权委托书, empty, to be signed at the window. */
function Paper() {
  const { today } = useSignedIn();
  const demo = useCity()?.demo === true;
  const matters = (useApiQuery<FormList>('casework.list-forms').data ?? []).map((one) => one.title);
  return <PaperDesk title="授权委托书" back="/mandates" note="A4，两人签字"><article className="a4 letter"><MandatePaper heads mandate={undefined} matters={matters} demoCity={demo} today={today} /></article></PaperDesk>;
}

export default definePage({ path: '/mandates/paper', title: '空白授权委托书', under: '/cases', covers: ['S215'], component: Paper });
