/** Where an answer is kept against a line that breaks: in this window only, for what is personal; on this device, for what anybody may read. */
export type Keeping = 'window' | 'device';

const PREFIX = 'minzheng.kept.';

const storeOf = (where: Keeping): Storage | undefined => {
  try {
    return where === 'window' ? sessionStorage : localStorage;
  } catch {
    return undefined;
  }
};

const keyOf = (id: string, body: unknown): string => `${PREFIX}${id}.${JSON.stringify(body ?? {})}`;

/** Keeps the last answer of a question. A store that is full or forbidden is no reason to fail. */
export function keepAnswer(where: Keeping, id: string, body: unknown, answer: unknown): void {
  try {
    storeOf(where)?.setItem(keyOf(id, body), JSON.stringify({ at: Date.now(), answer }));
  } catch { /* it is asked again */ }
}

/** The last answer, with the instant it was given by this device's clock (ms); undefined where there is none. */
export function keptAnswer<Answer>(where: Keeping, id: string, body: unknown): { readonly at: number; readonly answer: Answer } | undefined {
  try {
    return (JSON.parse(storeOf(where)?.getItem(keyOf(id, body)) ?? 'null') as { at: number; answer: Answer } | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whoever leaves takes with him what this window kept of him: answers, and what he was writing. */
export function forgetWindow(): void {
  const store = storeOf('window');
  if (store === undefined) return;
  for (const key of Object.keys(store)) if (/^minzheng\.(kept|draft)\./.test(key)) store.removeItem(key);
}
