/** Where one was lately, newest first: the address and the window's words (names in them are masked). Kept in this window only, for one account. */
export interface Place { readonly href: string; readonly title: string }

const STORE = 'minzheng.recent';
const MOST = 8;

interface Kept { readonly account: number; readonly places: readonly Place[] }

/** Pure: a place comes to the front, once. */
export function withPlace(places: readonly Place[], place: Place): readonly Place[] {
  return [place, ...places.filter((one) => one.href !== place.href)].slice(0, MOST);
}

export function listRecent(account: number): readonly Place[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORE) ?? 'null') as Kept | null;
    return kept?.account === account ? kept.places : [];
  } catch {
    return [];
  }
}

/** Remembers a thing that was opened (a person, a household, a case, a roll): lists are reached by their letter anyway. */
export function rememberPlace(account: number, place: Place): void {
  sessionStorage.setItem(STORE, JSON.stringify({ account, places: withPlace(listRecent(account), place) }));
}

/** Whoever signs out leaves nothing of it behind. */
export const forgetPlaces = (): void => sessionStorage.removeItem(STORE);
