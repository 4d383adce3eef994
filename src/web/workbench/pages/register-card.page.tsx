import '../records/records.css';
import { useParams } from '@tanstack/react-router';
import type { RecordPage } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { PaperDesk } from '../cases/paper.tsx';
import { RecordCard } from '../records/record-card.tsx';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';

/** One record as a card with its code. */
function RegisterCard() {
  const register = useRegister();
  const { record } = useParams({ strict: false }) as { readonly record: string };
  const { today } = useSignedIn();
  const face = useFace(register);
  const read = useApiQuery<RecordPage>('records.get', { register, record: Number(record) });
  usePageTitle(read.data === undefined ? undefined : `${read.data.title} · 卡片`);
  if (face.data === undefined) return <div className="page"><Await read={face} what="台账">{() => null}</Await></div>;
  if (read.data === undefined) return <div className="page"><Await read={read} what="这条记录">{() => null}</Await></div>;
  return <PaperDesk title={`${read.data.title}的卡片`} back={`/registers/${register}/${record}`} backTitle="回到这条记录" note="A4，上半页；保密的栏打星号"><RecordCard face={face.data} page={read.data} today={today} /></PaperDesk>;
}

export default definePage({ path: '/registers/$register/$record/card', title: '台账卡片', under: '/registers', component: RegisterCard });
