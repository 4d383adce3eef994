import { useParams } from '@tanstack/react-router';
import { PageHead } from '../../ui/page-head.tsx';
import { RunView } from '../bulk/run-view.tsx';
import { definePage } from '../shell/page.ts';

/** One order for many: progress, and how each row fared. */
function BulkRun() {
  const { runId } = useParams({ strict: false }) as { runId: string };
  return <div className="page"><PageHead title="批量办理" /><RunView run={Number(runId)} whole /></div>;
}

export default definePage({ path: '/bulk/$runId', title: '批量办理', under: '/tasks', covers: ['S001'], component: BulkRun });
