import { useState } from 'react';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { Section, Unsourced } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { Table, type Column } from '../../ui/table.tsx';
import type { TargetLine } from './api.ts';
import { PickDivision } from './pick-division.tsx';

const COLUMNS: readonly Column<TargetLine>[] = [
  { key: 'title', title: '目标', phone: 'who', cell: (line) => <>{line.title}{line.division === '' ? null : <span className="quiet">　{line.division}</span>}</> },
  { key: 'planned', title: '计划', num: true, phone: 'what', cell: (line) => (line.planned === null ? <Unsourced>未录入</Unsourced> : `${line.planned.toLocaleString('en-US')} ${line.unit}`) },
  { key: 'actual', title: '完成', num: true, phone: 'state', cell: (line) => (line.actual === null ? <span className="quiet">还没有数</span> : <A className="plain" href={`/figures/${line.indicator}`}>{line.actual.toLocaleString('en-US')} {line.unit}</A>) },
  { key: 'part', title: '完成率', num: true, cell: (line) => (line.planned === null || line.planned === 0 || line.actual === null ? null : `${((line.actual / line.planned) * 100).toFixed(1)}%`) },
  { key: 'document', title: '依据', phone: 'why', cell: (line) => line.document ?? <Unsourced>文件未录入</Unsourced> },
];

/** 目标和完成 of a year: what a paper planned, what has come of it. A plan is written with its paper. */
export function TargetTable({ face, year: first }: { face: RegisterFace; year: number }) {
  const [year, setYear] = useState(first);
  const [writing, setWriting] = useState(false);
  const read = useApiQuery<readonly TargetLine[]>('records.targets', { register: face.id, year });
  if (face.targets.length === 0) return null;
  return (
    <Section title="目标和完成" note={<span className="acts years"><Button kind="bare" onPress={() => setYear(year - 1)}>{year - 1}年</Button><b>{year}年</b><Button kind="bare" onPress={() => setYear(year + 1)}>{year + 1}年</Button></span>}>
      <Await read={read} what="目标" lines={3}>{(lines) => <Table caption={`${year}年的目标和完成`} columns={COLUMNS} rows={lines} rowKey={(line) => `${line.target} ${line.division}`} empty={<Empty>这个台账没有目标。</Empty>} />}</Await>
      {face.keeps ? <p className="acts table-foot noprint"><Button onPress={() => setWriting(true)}>录入计划数</Button></p> : null}
      {writing ? <WriteTarget face={face} year={year} onClose={() => setWriting(false)} /> : null}
    </Section>
  );
}

function WriteTarget({ face, year, onClose }: { face: RegisterFace; year: number; onClose: () => void }) {
  const post = usePost();
  const [target, setTarget] = useState(face.targets[0]?.id);
  const [way, setWay] = useState<readonly number[]>(post === undefined ? [] : [post.divisionId]);
  const [planned, setPlanned] = useState('');
  const [document, setDocument] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useApiCommand('records.set-target');
  const number = Number(planned.replaceAll(',', ''));
  const wrong = { planned: planned.trim() === '' || !Number.isFinite(number) || number < 0 ? '请写计划数，例如 8。' : undefined, document: document.trim() === '' ? '请写这个数出自哪份文件。' : undefined, division: way.length === 0 ? '请选哪里的目标。' : undefined };
  const send = async () => {
    setAsked(true);
    if (Object.values(wrong).some((one) => one !== undefined)) return;
    if ((await command.run({ register: face.id, target, year, division: way.at(-1), planned: number, document: document.trim() })) !== undefined) onClose();
  };
  return (
    <Dialog open title={`${year}年的计划数`} onClose={onClose} wide>
      <form className="told" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <ErrorNote problem={command.problem} kept="您写的都还在下面。" />
        {face.targets.length < 2 ? <p><b>{face.targets[0]?.title}</b></p> : <Choice legend="哪个目标" name="target" options={face.targets.map((one) => ({ value: one.id, title: one.title }))} value={target} onChange={setTarget} />}
        <PickDivision label="哪里的" {...(post === undefined ? {} : { own: { id: post.divisionId, name: post.divisionName } })} value={way} onChange={setWay} error={asked ? wrong.division : undefined} />
        <Field label="计划数" required error={asked ? wrong.planned : undefined}>{(ids) => <input {...ids} className="input" inputMode="decimal" value={planned} onChange={(event) => setPlanned(event.target.value)} />}</Field>
        <Field label="依据哪份文件" required help="文件名和文号；以后改了计划，写新的一条，旧的留着" error={asked ? wrong.document : undefined}>{(ids) => <input {...ids} className="input" maxLength={120} value={document} onChange={(event) => setDocument(event.target.value)} />}</Field>
        <div className="foot"><Button onPress={onClose}>先不录</Button><Button kind="main" type="submit" busy={command.busy}>录入</Button></div>
      </form>
    </Dialog>
  );
}
