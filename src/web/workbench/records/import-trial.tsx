import type { ImportPlan, ImportTrial, RowRemark, SheetSource } from '../../../kernel/contract/register-import.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { Table, type Column } from '../../ui/table.tsx';

/** More than anyone reads on a screen; the rest stands in the sheet that comes back. */
const SHOWN = 300;

const COLUMNS: readonly Column<RowRemark>[] = [
  { key: 'title', title: '哪一条', phone: 'who', cell: (one) => one.title || '没有名称' },
  { key: 'row', title: '第几行', num: true, phone: 'state', cell: (one) => one.row },
  { key: 'column', title: '哪一列', phone: 'why', nowrap: true, cell: (one) => one.column },
  { key: 'sentence', title: '哪里不对，怎么改', phone: 'what', cell: (one) => <>{one.sentence}{one.twin === null ? null : one.twin.href === null ? `（${one.twin.title}）` : <>　<A href={one.twin.href}>{one.twin.title}</A></>}</> },
];

/** 试过了: how many rows can be written, what is wrong in the others; nothing is written yet. */
export function ImportTrialView({ face, source, plan, trial, busy, onGo, onBack }: { face: RegisterFace; source: SheetSource; plan: ImportPlan; trial: ImportTrial; busy: boolean; onGo: () => void; onBack: () => void }) {
  const key = (one: RowRemark): string => `${one.row} ${one.column} ${one.sentence}`;
  return (
    <>
      <p className="lead" role="status">{trial.good === 0 ? <>{trial.rows.toLocaleString('en-US')} 行，没有一行写得进。先照下面说的改。</> : <><b>{trial.good.toLocaleString('en-US')} 行可以写</b>{trial.bad === 0 ? '，没有发现问题。' : `，${trial.bad.toLocaleString('en-US')} 行有问题，先不写。`}{trial.change === 0 ? '' : `其中 ${trial.change.toLocaleString('en-US')} 行是变更。`}{trial.skip === 0 ? '' : `${trial.skip.toLocaleString('en-US')} 行已经有了，不动。`}现在什么都还没有写。</>}</p>
      <p className="acts">
        <Button onPress={onBack}>回去改对列</Button>
        {trial.good === 0 ? null : <Button kind="main" busy={busy} onPress={onGo}>{busy ? '正在写…' : `写进台账，${trial.good.toLocaleString('en-US')} 行`}</Button>}
        {trial.bad === 0 ? null : <ExportButton list="records.bad-rows" single asked={{ register: face.id, source, plan }}>{`取回有问题的 ${trial.bad.toLocaleString('en-US')} 行`}</ExportButton>}
      </p>
      <Section title="要改的" note={trial.errors.length > SHOWN ? `只列前 ${SHOWN} 处，共 ${trial.errors.length} 处；取回的表里每处都写明` : undefined}>
        <Table caption="要改的地方" columns={COLUMNS} rows={trial.errors.slice(0, SHOWN)} rowKey={key} empty={<Empty>没有要改的地方。</Empty>} />
      </Section>
      {trial.notes.length === 0 ? null : <Section title="请看一眼" note="不影响写入"><Table caption="请看一眼的地方" columns={COLUMNS} rows={trial.notes.slice(0, SHOWN)} rowKey={key} /></Section>}
    </>
  );
}
