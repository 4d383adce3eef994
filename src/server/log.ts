/** One line of JSON a happening: static words, ids and codes; never names, numbers or amounts of a person. */
export function log(level: 'info' | 'warn' | 'error', message: string, ids: Readonly<Record<string, string | number | null | undefined>> = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...ids })}\n`);
}
