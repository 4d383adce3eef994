import { useState } from 'react';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { dayShort } from '../../../../web/ui/day-text.ts';
import { Dialog } from '../../../../web/ui/dialog.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { Count, Money } from '../../../../web/ui/money.tsx';
import { Section } from '../../../../web/ui/page-head.tsx';
import { useSignedIn } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import type { RosterImport } from '../queries/list-imports.ts';
import { UndoImport } from './undo-import.tsx';

type Line = RosterImport & { readonly today: string };

/** How far an import is: 已导入 60 户，共 60 户 */
const stateOf = (line: RosterImport) => (line.undone !== null
  ? <><State kind="back">已撤销</State><br /><span className="note">{line.undone.who}：{line.undone.reason}</span></>
  : line.state === 'done' ? <State kind="done">已导入</State>
  : <State kind="wait">正在导入，已 <Count of={line.doneHouseholds} /> 户</State>);

const columnsOn = (undo: (line: Line) => void): readonly Column<Line>[] => [
  { key: 'name', title: '文件', phone: 'who', cell: (line) => line.name },
  { key: 'on', title: '哪天', nowrap: true, cell: (line) => dayShort(line.on, line.today) },
  { key: 'who', title: '谁', phone: 'why', cell: (line) => `${line.office} ${line.who}` },
  { key: 'firstMonth', title: '起发月份', nowrap: true, cell: (line) => line.firstMonth },
  { key: 'households', title: '户', num: true, cell: (line) => <Count of={line.households} /> },
  { key: 'persons', title: '人', num: true, cell: (line) => <Count of={line.persons} /> },
  { key: 'fen', title: '每月（元）', num: true, phone: 'what', cell: (line) => <Money fen={line.fen} /> },
  { key: 'state', title: '情况', phone: 'state', nowrap: true, cell: stateOf },
  { key: 'undo', title: '撤销', cell: (line) => (line.state === 'done' ? <Button kind="bare" onPress={() => undo(line)}>撤销</Button> : null) },
];

/** The rosters imported before; looks again every two seconds while one is under way. */
export function ImportHistory({ watching }: { watching: boolean }) {
  const { today } = useSignedIn();
  const [undoing, setUndoing] = useState<Line | undefined>(undefined);
  const read = useApiQuery<{ readonly items: readonly RosterImport[] }>('subsistence-allowance.list-imports', {}, watching ? { everyMs: 2_000 } : {});
  return (
    <Section title="导入过的">
      <Await read={read} what="导入过的花名册" lines={3}>
        {({ items }) => <Table caption="导入过的花名册" columns={columnsOn(setUndoing)} rows={items.map((item) => ({ ...item, today }))} rowKey={(line) => String(line.id)} empty={<Empty>还没有导入过。选一个文件，先看一遍，看过才导入。</Empty>} />}
      </Await>
      <Dialog open={undoing !== undefined} title="撤销导入" onClose={() => setUndoing(undefined)}>{undoing === undefined ? null : <UndoImport line={undoing} onDone={() => setUndoing(undefined)} />}</Dialog>
    </Section>
  );
}
