import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { DeputyForm } from '../deputies/deputy-form.tsx';
import type { Deputies, Deputy } from '../deputies/deputy-list.ts';
import { lastDayOf, standingOf } from '../deputies/deputy-list.ts';
import { definePage } from '../shell/page.ts';

const STANDING = { now: <State kind="mine">代理中</State>, later: <State kind="wait">还没开始</State>, over: <State kind="done">已结束</State> } as const;

const columnsOn = (today: string, onEnd: (row: Deputy) => void): readonly Column<Deputy>[] => [
  { key: 'who', title: '谁代谁', phone: 'who', cell: (row) => <>{row.deputy} 代 {row.holder}</> },
  { key: 'role', title: '岗位', phone: 'what', cell: (row) => <>{row.roleTitle}<br /><span className="note">{row.division}</span></> },
  { key: 'when', title: '哪段时间', nowrap: true, cell: (row) => <>{dayLong(row.from)}到{dayLong(lastDayOf(row))}</> },
  { key: 'why', title: '因为', phone: 'why', cell: (row) => row.reason },
  { key: 'state', title: '现在', phone: 'state', nowrap: true, cell: (row) => STANDING[standingOf(row, today)] },
  { key: 'end', title: '提前结束', cell: (row) => (row.mine && standingOf(row, today) !== 'over' ? <Button kind="bare" onPress={() => onEnd(row)}>结束</Button> : null) },
];

function DeputiesPage() {
  const read = useApiQuery<Deputies>('access.list-deputies');
  return <div className="page"><Await read={read} what="岗位代理" lines={5}>{(list) => <Desk list={list} />}</Await></div>;
}

function Desk({ list }: { list: Deputies }) {
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Deputy | undefined>(undefined);
  const running = list.deputies.filter((row) => standingOf(row, list.today) === 'now').length;
  return (
    <>
      <PageHead title="岗位代理" lead={running === 0 ? '现在没有人代理岗位。外出、休假前在这里安排，件不会停下来。' : `现在有 ${running} 个岗位由同事代理。代理人以自己的名义办，经过里写明代谁。`}>
        <Button kind="main" hotkey="n" onPress={() => setMaking(true)}>安排代理</Button>
      </PageHead>
      <Table caption="岗位代理" columns={columnsOn(list.today, setEnding)} rows={list.deputies} rowKey={(row) => String(row.id)} empty={<Empty>还没有安排过代理。</Empty>} />
      <Dialog open={making} title="安排代理" onClose={() => setMaking(false)}><DeputyForm list={list} onDone={() => setMaking(false)} /></Dialog>
      <Dialog open={ending !== undefined} title="提前结束代理" onClose={() => setEnding(undefined)}>{ending === undefined ? null : <EndForm deputy={ending} onDone={() => setEnding(undefined)} />}</Dialog>
    </>
  );
}

function EndForm({ deputy, onDone }: { deputy: Deputy; onDone: () => void }) {
  const end = useApiCommand('access.end-deputy');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const send = async () => {
    if (reason.trim() === '') { setFault('请写原因。'); return; }
    if ((await end.run({ deputy: deputy.id, reason })) !== undefined) onDone();
  };
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <p>{deputy.deputy} 代 {deputy.holder} 的{deputy.roleTitle}岗位，从今天起不再代理。已经办的都还在。</p>
      <Field label="原因" required error={fault}>{(ids) => <input {...ids} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
      <ErrorNote problem={end.problem} />
      <div className="foot"><Button onPress={onDone}>先不结束</Button><Button kind="main" type="submit" busy={end.busy}>结束代理</Button></div>
    </form>
  );
}

export default definePage({ path: '/deputies', title: '岗位代理', under: '/tasks', covers: ['S001'], component: DeputiesPage });
