import { useQueryClient } from '@tanstack/react-query';
import { useApiQuery } from '../api-client.ts';

export interface City { readonly code: string; readonly name: string; readonly demo: boolean; }

/** A post (岗位): a role at an office. One acts under one post at a time. */
export interface Post { readonly id: string; readonly role: string; readonly roleTitle: string; readonly divisionId: string; readonly divisionName: string; }

/** Who is signed in, where, under which post, and which day it is for the business. */
export interface Session {
  readonly account: { readonly id: string; readonly name: string };
  readonly city: City;
  /** The business day; in a demo city it can be moved. */
  readonly today: string;
  readonly posts: readonly Post[];
  /** Id of the post one acts under. */
  readonly post: string;
}

/** The session: `undefined` while it is asked for, `null` for nobody. */
export function useSession(): Session | null | undefined {
  return useApiQuery<Session | null>('session.me').data;
}

/** The session of a page that is only shown to somebody signed in. */
export function useSignedIn(): Session {
  const session = useSession();
  if (session === null || session === undefined) throw new Error('this page needs a session: declare who may open it');
  return session;
}

/** The post one acts under. */
export function usePost(): Post | undefined {
  const session = useSession();
  return session?.posts.find((post) => post.id === session.post);
}

const CITY = 'minzheng.city';

export interface CityList { readonly items: readonly City[]; }

/** The cities of this installation, for the doors nobody has passed yet (`session.cities`, open to all). */
export function useCities(): readonly City[] | undefined {
  return useApiQuery<CityList>('session.cities').data?.items;
}

/** The city one is in: that of the session, else the one chosen here before, else the first. */
export function useCity(): City | undefined {
  const session = useSession();
  const cities = useCities();
  if (session) return session.city;
  const chosen = localStorage.getItem(CITY);
  return cities?.find((city) => city.code === chosen) ?? cities?.[0];
}

/** Remembers the city for the next visit of somebody not signed in, and shows it. */
export function useChooseCity(): (code: string) => void {
  const client = useQueryClient();
  return (code) => {
    localStorage.setItem(CITY, code);
    void client.invalidateQueries();
  };
}
