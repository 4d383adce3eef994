import type { RegisterFace } from '../../../kernel/records/face.ts';
import type { Missing, MissingPlace } from '../../../kernel/records/queries/missing.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';

const LEVEL = { county: '县区', town: '镇街', village: '村居' } as const;
/** Places named before the rest is only counted: nobody reads two thousand names. */
const NAMED = 60;

/** 缺口: which places are to have one and have none, by the place above them. */
export function MissingPlaces({ face, day }: { face: RegisterFace; day: string }) {
  const { expected } = face;
  const read = useApiQuery<Missing>('records.missing', { register: face.id, asOf: day }, { enabled: expected !== null });
  if (expected === null) return null;
  const level = expected.rural ? '行政村' : LEVEL[expected.every];
  return (
    <Section title={expected.title} note={`每个${level}都该有；${day}`}>
      <Await read={read} what="缺口" lines={3}>{({ all, rows }) => (rows.length === 0 ? <p>{all}个{level}都有了。</p> : <Lacking {...{ all, rows, level, face }} />)}</Await>
    </Section>
  );
}

/** A place that has none: whoever keeps the register begins one there. */
function Place({ place, face }: { place: MissingPlace; face: RegisterFace }) {
  return face.keeps ? <A className="plain" href={`/registers/${face.id}/new?in=${place.way.join('.')}`}>{place.shortName}</A> : <span>{place.shortName}</span>;
}

function Lacking({ all, rows, level, face }: { all: number; rows: readonly MissingPlace[]; level: string; face: RegisterFace }) {
  const groups = [...Map.groupBy(rows.slice(0, NAMED), (row) => row.parent)];
  return (
    <>
      <p>{all}个{level}，<b>{rows.length}</b>个还没有：</p>
      <dl className="lacking">{groups.map(([parent, places]) => <div key={parent}><dt>{parent}</dt><dd>{places.map((place) => <Place key={place.id} place={place} face={face} />)}</dd></div>)}</dl>
      {rows.length > NAMED ? <p className="quiet">另有 {rows.length - NAMED} 个没有列出。</p> : null}
    </>
  );
}
