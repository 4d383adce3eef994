import type { City } from '../../src/kernel/db/city.ts';

/** Kills this process with -9 before (or `after`) the n-th statement it sends, counted over all its connections. Returns how many were sent so far. */
export function killAt(city: City, { killAt: nth, after }: { readonly killAt: number; readonly after: boolean }): () => number {
  let said = 0;
  city.pool.on('connect', (client) => {
    const original = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(client, { query: async (...args: unknown[]) => {
      said += 1;
      const last = said === nth;
      if (last && !after) process.kill(process.pid, 'SIGKILL');
      const answer = await original(...args);
      if (last) process.kill(process.pid, 'SIGKILL');
      return answer;
    } });
  });
  return () => said;
}
