import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readOf, rememberCity, useApiQuery, type ReadOptions } from '../api-client.ts';
import { forgetWindow } from '../kept-answers.ts';

export interface City { readonly code: string; readonly name: string; readonly demo: boolean; }

/** A post (岗位): a role at an office. One acts under one post at a time. */
export interface Post { readonly id: number; readonly role: string; readonly roleTitle: string; readonly divisionId: number; readonly divisionName: string; /** Whose post it is, where one acts for another. */ readonly actingFor?: string | null; }

/** Who is signed in, where, under which post, and which day it is for the business. */
export interface Session {
  readonly account: { readonly id: number; readonly name: string; readonly kind: 'staff' | 'resident' | 'system' };
  readonly city: City;
  /** The business day; in a demo city it can be moved. */
  readonly today: string;
  readonly posts: readonly Post[];
  /** What is still to be done before signing in is finished. */
  readonly next: 'none' | 'change-password' | 'second-factor' | 'enrol-second-factor';
  /** Id of the post one acts under; null when the account holds none today. */
  readonly post: number | null;
  /** A session left alone so many minutes is over. */
  readonly idleMinutes?: number;
}

/** What `session.me` answers: with nobody signed in it still says the city, its day and which cities there are. */
interface Door extends Omit<Session, 'account'> {
  readonly account: Session['account'] | null;
  readonly cities?: readonly Pick<City, 'code' | 'name'>[];
}

/** Without a line a session of this window goes on as long as it would have with one. */
const DOOR: ReadOptions<Door> = { keep: { where: 'window', holds: (door, at) => door.idleMinutes === undefined || Date.now() - at < door.idleMinutes * 60_000 } };

function useDoor() {
  return useApiQuery<Door>('session.me', {}, DOOR);
}

/** Asks who is there before anything is drawn. */
export function askSession(client: QueryClient): void {
  void client.prefetchQuery(readOf<Door>('session.me', {}, DOOR));
}

/** The session: `undefined` while it is asked for, `null` for nobody. */
export function useSession(): Session | null | undefined {
  const door = useDoor().data;
  const session = door === undefined ? undefined : door.account === null ? null : (door as Session);
  useEffect(() => { if (session) kept.last = session; }, [session]);
  return session;
}

/** Why the session could not be asked for. */
export function useSessionProblem() {
  return useDoor().error ?? undefined;
}

/** The last session of this window, until it was left on purpose: a page keeps what was typed while its person signs in again. */
const kept: { last: Session | undefined } = { last: undefined };
export const lastSession = (): Session | undefined => kept.last;

/** The session of a page that is only shown to somebody signed in. */
export function useSignedIn(): Session {
  const session = useSession() ?? kept.last;
  if (session === undefined) throw new Error('this page needs a session: declare who may open it');
  return session;
}

/** The post one acts under. */
export function usePost(): Post | undefined {
  const session = useSession();
  return session?.posts.find((post) => post.id === session.post);
}

/** The city one is in: that of the session, else the one chosen on this device, else the installation's first. Until the answer is there, the one the document was written for. */
export function useCity(): City | undefined {
  return useDoor().data?.city ?? writtenFor;
}

const writtenFor = ((): City | undefined => {
  if (typeof document === 'undefined') return undefined;
  const { city, cityName, demo } = document.documentElement.dataset;
  return city === undefined || cityName === undefined ? undefined : { code: city, name: cityName, demo: demo !== undefined };
})();

/** The business day, also for somebody not signed in. */
export function useToday(): string | undefined {
  return useDoor().data?.today;
}

/** The cities of this installation; known only while nobody is signed in. */
export function useCities(): readonly Pick<City, 'code' | 'name'>[] {
  return useDoor().data?.cities ?? [];
}

/** Remembers the city for somebody not signed in, and shows it. */
export function useChooseCity(): (code: string) => void {
  const client = useQueryClient();
  return (code) => {
    rememberCity(code);
    void client.invalidateQueries();
  };
}

/** Forgets everything read under the session that ended. */
export function useForgetSession(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    kept.last = undefined;
    forgetWindow();
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.me' });
    await client.invalidateQueries({ queryKey: ['session.me'] });
  };
}
