import '../registers/ruled-list.css';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PageHead, Section, Unsourced } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { definePage } from '../shell/page.ts';

type Retention = DoorOutput<typeof import('../../../kernel/retention/queries/list-due.ts').default>;
type Line = Retention['lines'][number];

const COLUMNS: readonly Column<Line>[] = [
  { key: 'title', title: '什么', phone: 'who', cell: (row) => row.title },
  { key: 'months', title: '保存多久', phone: 'what', nowrap: true, cell: (row) => (row.months === null ? <Unsourced>未录入</Unsourced> : <>{row.months} 个月{row.demo ? <> <DemoMark /></> : null}</>) },
  { key: 'why', title: '依据', cell: (row) => row.document ?? <span className="quiet">{row.gap}</span> },
  { key: 'after', title: '到期以后', phone: 'why', cell: (row) => row.after },
  { key: 'due', title: '到期（件）', num: true, phone: 'state', cell: (row) => row.due },
];

/** 保存期限: nothing of a person is kept longer than its purpose needs; what nobody has set a term for is said. */
function RetentionPage() {
  const read = useApiQuery<Retention>('retention.list-due');
  const command = useApiCommand('retention.mask-now');
  const admin = usePost()?.role === 'administrator';
  return (
    <div className="page">
      <Await read={read} what="保存期限" lines={5}>{({ lines, runs }) => {
        const due = lines.filter((line) => line.masks).reduce((sum, line) => sum + line.due, 0);
        return (
          <>
            <PageHead title="保存期限" lead={due === 0 ? '没有到期要清除的。' : `${due} 件到期，要清除。`}>{admin ? <Button kind="main" busy={command.busy} {...(due === 0 ? { waiting: '没有到期的' } : {})} onPress={() => void command.run({})}>清除到期的</Button> : null}</PageHead>
            <ErrorNote problem={command.problem} />
            {command.answer === undefined ? null : <p role="status">已排进后台作业，做完以后这里有记录。</p>}
            <Table caption="保存期限" columns={COLUMNS} rows={lines} rowKey={(row) => row.id} empty={<Empty>没有。</Empty>} />
            <Section title="清除记录">{runs.length === 0 ? <p className="note">还没有清除过。</p> : <ul className="ruled">{runs.map((run, at) => <li key={at}><p className="l1"><span>{run.on}，{run.title}</span><span>{run.masked} 件</span></p><p className="note">{run.before} 以前的。操作记录和封存不动。</p></li>)}</ul>}</Section>
          </>
        );
      }}</Await>
    </div>
  );
}

export default definePage({ path: '/retention', title: '保存期限', under: '/parameters', shelf: { label: '保存期限', order: 90 }, roles: ['administrator', 'auditor', 'supervisor'], covers: ['S025'], component: RetentionPage });
