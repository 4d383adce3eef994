import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { A } from '../../ui/link.tsx';
import { useSignedIn } from '../../ui/session.ts';
import type { MyCase } from './answers.ts';
import { ResidentsOnly } from './residents-only.tsx';

/** Around every page about one of one's own cases: fetches it, or says that it is not there. */
export function CasePage({ children }: { children: (one: MyCase, today: string) => ReactNode }) {
  return <ResidentsOnly><Fetched>{children}</Fetched></ResidentsOnly>;
}

function Fetched({ children }: { children: (one: MyCase, today: string) => ReactNode }) {
  const { id } = useParams({ strict: false }) as { id: string };
  const { today } = useSignedIn();
  const number = /^\d{1,15}$/.test(id) ? Number(id) : undefined;
  const read = useApiQuery<MyCase>('casework.my-case', { caseId: number }, { enabled: number !== undefined });
  if (number === undefined || read.error?.status === 404) return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>没有找到这一件</h1><p className="lead">这里只能看您自己家的申请。</p><p className="acts"><A href="/my">看我的全部申请</A></p></section></div>;
  return read.data === undefined ? <div className="cols rest"><Await read={read} what="您的申请" lines={6}>{() => null}</Await></div> : children(read.data, today);
}
