import '../registers/ruled-list.css';
import '../figures/figures.css';
import '../records/records.css';
import { useState } from 'react';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { yearTo, type Period } from '../figures/figure-answer.ts';
import { PeriodChoice } from '../figures/period-choice.tsx';
import { CountTable } from '../records/count-table.tsx';
import { MissingPlaces } from '../records/missing-places.tsx';
import { OwnCounts } from '../records/own-counts.tsx';
import { RegisterHead } from '../records/register-head.tsx';
import { TargetTable } from '../records/target-table.tsx';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';

function RegisterFigures() {
  const register = useRegister();
  const face = useFace(register);
  return <div className="page"><Await read={face} what="台账" lines={8}>{(known) => <Figures key={register} face={known} />}</Await></div>;
}

/** What a register says in numbers: nobody adds up, every number opens into its records. */
function Figures({ face }: { face: RegisterFace }) {
  const { today } = useSignedIn();
  const post = usePost();
  const [period, setPeriod] = useState<Period>(() => yearTo(today));
  const below = useApiQuery<readonly { readonly level: string }[]>('division.list-children', { division: post?.divisionId }, { enabled: post !== undefined });
  usePageTitle(`统计 · ${face.title}`);
  return (
    <>
      <RegisterHead face={face} view="figures" lead="登记了就有数，不用另外加。点开每个数，就是它数的那些。" />
      <PeriodChoice period={period} today={today} onChange={setPeriod} />
      {below.data === undefined ? null : <CountTable face={face} period={period} divisionLevel={below.data[0]?.level === 'village' || below.data.length === 0 ? 'village' : 'town'} />}
      <MissingPlaces face={face} day={period.last < today ? period.last : today} />
      <OwnCounts face={face} period={period} />
      <TargetTable face={face} year={Number(today.slice(0, 4))} />
    </>
  );
}

export default definePage({ path: '/registers/$register/figures', title: '台账统计', under: '/registers', component: RegisterFigures });
