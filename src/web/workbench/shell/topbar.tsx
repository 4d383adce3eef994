import { dayWithWeekday } from '../../ui/day-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { A } from '../../ui/link.tsx';
import type { Session } from '../../ui/session.ts';
import { DemoClock } from './demo-clock.tsx';
import type { PageDeclaration } from './page.ts';
import { Find } from './find.tsx';
import { Who } from './who.tsx';

/** Brand, place, the find box, the business day, who one is. */
export function Topbar({ pages, session, onLeft }: { pages: readonly PageDeclaration[]; session: Session | undefined; onLeft: () => void }) {
  return (
    <header className="topbar">
      <A className="brand" href="/"><Icon name="brand" />大民政</A>
      <span className="place">{session === undefined ? '' : placeOf(session)}</span>
      <Find pages={pages} session={session} />
      {session === undefined ? null : (
        <>
          {session.city.demo ? <DemoClock today={session.today} /> : <span className="day">{dayWithWeekday(session.today)}</span>}
          <Who session={session} onLeft={onLeft} />
        </>
      )}
    </header>
  );
}

/** `中山市 石岐区办事处`; the city is not said twice. */
export function placeOf(session: Session): string {
  const division = session.posts.find((post) => post.id === session.post)?.divisionName;
  if (division === undefined) return session.city.name;
  return division.startsWith(session.city.name) ? division : `${session.city.name} ${division}`;
}
