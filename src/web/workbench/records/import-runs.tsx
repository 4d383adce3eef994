import { useState } from 'react';
import type { ImportState } from '../../../kernel/contract/register-import.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';

const WORDS: Readonly<Record<ImportState['state'], string>> = { running: '正在写', done: '写好了', undoing: '正在撤销', undone: '已撤销' };
const SHOWN = 20;
const figure = (n: number): string => n.toLocaleString('en-US');

/** Earlier imports into a register: how far each is, what was not written, and the way back. */
export function ImportRuns({ face }: { face: RegisterFace }) {
  const read = useApiQuery<readonly ImportState[]>('records.imports', { register: face.id }, { everyMs: 3000 });
  const runs = read.data ?? [];
  if (runs.length === 0) return null;
  return <Section title="导入过的"><ul className="told">{runs.map((run) => <Run key={run.id} face={face} run={run} />)}</ul></Section>;
}

function Run({ face, run }: { face: RegisterFace; run: ImportState }) {
  const undo = useApiCommand('records.undo-import');
  const [sure, setSure] = useState(false);
  const sub = face.subRecords.find((one) => one.id === run.into);
  return (
    <li>
      <p><b>{run.fileName}</b>{sub === undefined ? '' : `（${sub.title}）`} <span className="quiet">{run.on} {run.by}</span> {WORDS[run.state]}
        {run.state === 'running' ? `，${figure(run.handled)} / ${figure(run.rows)} 行` : `：新登记 ${figure(run.opened)}，变更 ${figure(run.changed)}${run.refused === 0 ? '' : `，没有写 ${figure(run.refused)}`}${run.bad === 0 ? '' : `，当时有问题没有收的 ${figure(run.bad)}`}${run.state === 'undone' || run.state === 'undoing' ? `，撤销了 ${figure(run.undone)}` : ''}`}。</p>
      {run.remarks.length === 0 ? null : <ul className="note">{run.remarks.slice(0, SHOWN).map((one) => <li key={`${one.row} ${one.sentence}`}>第 {one.row} 行：{one.sentence}{one.number === null ? '' : <> <A href={`/registers/${face.id}/${one.record}`}>{one.number}</A></>}</li>)}</ul>}
      <p className="acts">
        {run.state !== 'done' || run.refused + run.bad === 0 ? null : <ExportButton list="records.bad-rows" single asked={{ register: face.id, import: run.id }}>{`取回没有写的 ${figure(run.refused + run.bad)} 行`}</ExportButton>}
        {run.state !== 'done' ? null : sure ? <><Button kind="main" busy={undo.busy} onPress={() => void undo.run({ import: run.id })}>撤销这一次，{figure(run.opened + run.changed)} 条</Button><Button onPress={() => setSure(false)}>不撤销</Button></> : <Button onPress={() => setSure(true)}>撤销这次导入</Button>}
      </p>
      <ErrorNote problem={undo.problem} kept="什么都没有撤销。" />
    </li>
  );
}
