import { useLocation, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';

/** What a list is filtered by, as it stands in the address: choices only, never words somebody is looked for by. */
export type Asked = Readonly<Record<string, string | number | boolean>>;

/** Numbers and yes-or-no come back as what they were; a month or a word stays text. */
export function readAddress(search: string): Asked {
  const asked: Record<string, string | number | boolean> = {};
  for (const [key, value] of new URLSearchParams(search)) asked[key] = value === 'true' ? true : value === 'false' ? false : /^\d{1,9}$/.test(value) ? Number(value) : value;
  return asked;
}

/** In the order of their names, so that the same choices are the same address. */
export function writeAddress(asked: Asked): string {
  const text = new URLSearchParams(Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** The choices of a list, kept in the address: they can be sent to a colleague and survive a reload. */
export function useListAddress(): readonly [Asked, (asked: Asked) => void] {
  const { searchStr, pathname } = useLocation();
  const router = useRouter();
  const asked = useMemo(() => readAddress(searchStr), [searchStr]);
  const base = router.basepath === '/' ? '' : router.basepath.replace(/\/$/, '');
  return [asked, (next) => router.history.replace(`${base}${pathname}${writeAddress(next)}`)];
}
