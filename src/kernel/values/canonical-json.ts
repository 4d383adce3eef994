/** JSON with keys in order and nothing undefined: the same value always gives the same text, so it can be digested. */
export function canonicalJson(value: unknown): string {
  // a million numbers are one text, not a million
  if (Array.isArray(value) && value.every(Number.isSafeInteger)) return `[${value.join(',')}]`;
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
