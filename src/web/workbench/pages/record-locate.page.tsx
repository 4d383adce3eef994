import { useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Loading } from '../../ui/loading.tsx';
import { definePage } from '../shell/page.ts';

/** From a record's id to its page in its register: figures, search and printed codes know no more. */
function RecordLocate() {
  const { record } = useParams({ strict: false }) as { readonly record: string };
  const router = useRouter();
  const read = useApiQuery<{ readonly register: string; readonly record: number }>('records.locate', { record: Number(record) });
  const found = read.data;
  useEffect(() => {
    if (found !== undefined) router.history.replace(`${router.basepath.replace(/\/$/, '')}/registers/${found.register}/${found.record}`);
  }, [found, router]);
  return <div className="page"><h1 tabIndex={-1}>台账记录</h1><Await read={read} what="这条记录">{() => <Loading what="这条记录" />}</Await></div>;
}

export default definePage({ path: '/records/$record', title: '台账记录', under: '/registers', component: RecordLocate });
