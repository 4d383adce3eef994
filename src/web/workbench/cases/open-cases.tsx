import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSignedIn } from '../../ui/session.ts';
import type { CaseList } from './api.ts';
import { CasesTable } from './cases-table.tsx';

/** Everything under way in the office's area, whoever's turn it is. */
export function OpenCases() {
  const { today } = useSignedIn();
  const read = useApiQuery<CaseList>('casework.list-cases', { open: true, limit: 200 });
  return <Await read={read} what="在办的件" lines={6}>{(list) => <CasesTable lines={list.lines} today={today} empty={<Empty>全所现在没有在办的件。</Empty>} />}</Await>;
}
