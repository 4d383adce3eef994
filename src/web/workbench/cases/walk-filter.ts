/** Which part of the worklist is being worked through: the next task comes from the same part. Ids and words of declarations only. */
export interface WalkFilter { readonly matter?: string; readonly divisionId?: number }

const STORE = 'minzheng.walk';

export function keepWalk(filter: WalkFilter): void {
  sessionStorage.setItem(STORE, JSON.stringify(filter));
}

export function readWalk(): WalkFilter {
  try {
    return (JSON.parse(sessionStorage.getItem(STORE) ?? '{}') as WalkFilter | null) ?? {};
  } catch {
    return {};
  }
}
