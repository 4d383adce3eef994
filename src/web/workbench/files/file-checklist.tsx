import { useState } from 'react';
import type { ChecklistLine, FileCase } from '../../../kernel/dossier/read-file.ts';
import { upload, useApiCommand, ApiProblem } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';

/** The checklist of a case: what is there, what lacks, and the scans filed under each line. */
export function FileChecklist({ one, sealed, mayFile }: { one: FileCase; sealed: boolean; mayFile: boolean }) {
  const [filing, setFiling] = useState<ChecklistLine | undefined>(undefined);
  const columns: readonly Column<ChecklistLine>[] = [
    { key: 'title', title: '材料', phone: 'who', cell: (line) => line.title },
    { key: 'there', title: '有没有', phone: 'state', nowrap: true, cell: (line) => (line.there ? <State kind="done">有</State> : line.due === 'after-decision' && !one.decided ? <State kind="wait">决定以后</State> : <State kind="back">缺</State>) },
    { key: 'papers', title: '归入的扫描件', phone: 'what', cell: (line) => <Scans line={line} /> },
    { key: 'act', title: '归档', phone: 'why', nowrap: true, cell: (line) => (line.scan === null || !mayFile ? <span className="quiet">{line.scan === null ? '系统里有' : ''}</span> : <Button kind="bare" onPress={() => setFiling(line)}>{line.there ? '再归一份' : '归入'}</Button>) },
  ];
  return (
    <>
      <Table caption={`${one.title}的归档清单`} columns={columns} rows={one.lines} rowKey={(line) => line.key} empty={<p className="note">这一件没有办下去（撤回或不予受理），不列清单。</p>} />
      {filing === undefined ? null : <FilePaper one={one} line={filing} sealed={sealed} onClose={() => setFiling(undefined)} />}
    </>
  );
}

function Scans({ line }: { line: ChecklistLine }) {
  if (line.papers.length === 0) return null;
  return <ul>{line.papers.map((paper) => <li key={paper.id}><a href={`/api/files/${paper.fileId}`} download>{paper.person === null ? paper.name : `${paper.person}，${paper.name}`}</a> <span className="note">{paper.on}，{paper.by}{paper.afterVersion === 0 ? '' : `；附件，${paper.reason ?? ''}`}</span></li>)}</ul>;
}

/** 归入: one scan under one line; after a seal it is an appendix and says why. */
function FilePaper({ one, line, sealed, onClose }: { one: FileCase; line: ChecklistLine; sealed: boolean; onClose: () => void }) {
  const missing = one.members.find((member) => !line.papers.some((paper) => paper.personId === member.id)) ?? one.members[0];
  const [person, setPerson] = useState(missing?.id);
  const [file, setFile] = useState<File | undefined>(undefined);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [error, setError] = useState<string | undefined>(undefined);
  const command = useApiCommand('dossier.file-paper');
  const send = async () => {
    if (file === undefined) return setError('还没有选文件。');
    if (sealed && reason.trim() === '') return setError('这一年已经封存，请写明补归的原因。');
    setError(undefined);
    try {
      const { id } = await upload(file);
      const body = { caseId: one.caseId, item: line.key, fileId: id, ...(line.scan === 'member' ? { personId: person } : {}), ...(sealed ? { reason: reason.trim() } : {}) };
      if (await command.run(body) !== undefined) onClose();
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    }
  };
  return (
    <Dialog open title={`归入：${line.title}`} onClose={onClose}>
      <form className="told" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        {sealed ? <p className="note">档案已随决定封存。现在归入的作为附件，和封存的分开，写明原因。</p> : null}
        <ErrorNote problem={problem ?? command.problem} />
        {line.scan !== 'member' ? null : <Field label="哪一位的">{(ids) => <select {...ids} className="input" value={person} onChange={(event) => setPerson(Number(event.target.value))}>{one.members.map((member) => <option key={member.id} value={member.id}>{member.name}</option>)}</select>}</Field>}
        <Field label="扫描件或照片" {...(error === undefined ? {} : { error })}>{(ids) => <input {...ids} className="input" type="file" accept="image/*,.pdf" onChange={(event) => setFile(event.target.files?.[0])} />}</Field>
        {sealed ? <Field label="补归的原因">{(ids) => <input {...ids} className="input" maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field> : null}
        <div className="acts form-acts"><Button onPress={onClose}>先不归</Button><Button kind="main" type="submit" busy={command.busy}>归入档案</Button></div>
      </form>
    </Dialog>
  );
}
