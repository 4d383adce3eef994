import '../registers/ruled-list.css';
import '../records/records.css';
import { useLocation } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import type { PointLine } from '../records/api.ts';
import { extentOf, type Extent } from '../records/place-points.ts';
import { PointMap } from '../records/point-map.tsx';
import { RegisterHead } from '../records/register-head.tsx';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';

/** So many of those that were pressed are named beside the map. */
const NAMED = 40;

function RegisterMap() {
  const register = useRegister();
  const face = useFace(register);
  return <div className="page"><Await read={face} what="台账" lines={8}>{(known) => <Mapped key={register} face={known} />}</Await></div>;
}

/** Where the records of a register are. */
function Mapped({ face }: { face: RegisterFace }) {
  const read = useApiQuery<readonly PointLine[]>('records.points', { register: face.id });
  usePageTitle(`地图 · ${face.title}`);
  const lead = read.data === undefined ? undefined : `${read.data.length} ${face.unit}记了位置${read.data.length === 5000 ? '，只画前 5,000' : ''}。没有记位置的不在图上，在名册里。`;
  return <><RegisterHead face={face} view="map" {...(lead === undefined ? {} : { lead })} /><Await read={read} what="位置" lines={8}>{(points) => (points.length === 0 ? <Empty>还没有记位置的。登记或变更时写上经度、纬度，就会画在这里。</Empty> : <Sheet face={face} points={points} />)}</Await></>;
}

function Sheet({ face, points }: { face: RegisterFace; points: readonly PointLine[] }) {
  const asked = Number(new URLSearchParams(useLocation().searchStr).get('record') ?? 0);
  const whole = useMemo(() => extentOf(points), [points]);
  const begin = points.filter((one) => one.record === asked);
  const [extent, setExtent] = useState<Extent>(whole);
  const [chosen, setChosen] = useState<readonly PointLine[]>(begin);
  return (
    <div className="mapped">
      <PointMap points={points} chosen={chosen[0]?.record} onChoose={setChosen} extent={extent} onExtent={(next) => setExtent(next ?? whole)} label={`${face.title}的位置，${points.length} ${face.unit}`} />
      <aside aria-label="点中的">
        {chosen.length === 0 ? <p className="note">还没有点中哪一个。</p> : <ul className="ruled">{chosen.slice(0, NAMED).map((one) => <li key={one.record}><p className="l1"><A href={one.href}>{one.title}</A><span className="quiet">{face.states[one.state]?.title ?? one.state}</span></p></li>)}</ul>}
        {chosen.length > NAMED ? <p className="note">还有 {chosen.length - NAMED} {face.unit}，再放大看。</p> : null}
        {extent === whole ? null : <p className="acts table-foot"><Button onPress={() => setExtent(whole)}>看全部</Button></p>}
      </aside>
    </div>
  );
}

export default definePage({ path: '/registers/$register/map', title: '台账地图', under: '/registers', component: RegisterMap });
