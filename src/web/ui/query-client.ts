import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api-client.ts';

/** Reads are kept for a quarter minute and taken again when the window comes back. A 401 means nobody is signed in any more; `stays`: the page says so itself. */
export function makeQueryClient({ stays = false }: { readonly stays?: boolean } = {}): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (problem) => {
        if (problem instanceof ApiProblem && problem.status === 401 && !stays) void client.invalidateQueries({ queryKey: ['session.me'] });
      },
    }),
    // a face that stays asks also without a line: it must be able to say that there is none
    defaultOptions: { queries: { staleTime: 15_000, throwOnError: false, ...(stays ? { networkMode: 'always', refetchOnReconnect: true } : {}) }, mutations: { networkMode: 'always' } },
  });
  return client;
}
