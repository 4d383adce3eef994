import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, query, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Await } from '../../ui/await.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import type { CaseDetail, Originals } from '../cases/api.ts';
import { ApprovalSheet } from '../cases/approval-sheet.tsx';
import { PaperDesk } from '../cases/paper.tsx';
import { definePage } from '../shell/page.ts';

function Print() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const read = useApiQuery<CaseDetail>('casework.get-case', { caseId: Number(caseId) });
  return <div className={read.data === undefined ? 'page' : undefined}><Await read={read} what="审批表" lines={8}>{(detail) => <Form detail={detail} />}</Await></div>;
}

/** The case with nothing masked, for the original the bureau files; asked for on purpose and logged. */
function unmask(detail: CaseDetail, originals: Originals | undefined): CaseDetail {
  if (originals === undefined) return detail;
  const members = detail.members.map((member) => ({ ...member, ...originals.members[member.key] }));
  return { ...detail, members, name: members.find((member) => member.applicant)?.name ?? detail.name };
}

function OriginalButton({ shown, onShow, caseId }: { shown: boolean; onShow: (originals: Originals) => void; caseId: number }) {
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const show = async (): Promise<void> => {
    try {
      onShow(await query<Originals>('casework.get-originals', { caseId, purpose: 'file-original' }));
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    }
  };
  if (shown) return <span className="note">归档原件，全名全号，这次查看已记下</span>;
  return <><Button onPress={() => { void show(); }}>显示全部，归档用</Button>{problem === undefined ? null : <ErrorNote problem={problem} kept="下面仍是隐去的。" />}</>;
}

/** 审批表: the whole case on the form that goes into the file; opinions in the order they were given. */
function Form({ detail: masked }: { detail: CaseDetail }) {
  const [originals, setOriginals] = useState<Originals | undefined>(undefined);
  const detail = unmask(masked, originals);
  usePageTitle(`审批表 ${detail.number}`);
  return (
    <PaperDesk title="审批表" back={`/cases/${detail.caseId}`} note="A4，单面" tools={<OriginalButton shown={originals !== undefined} onShow={setOriginals} caseId={masked.caseId} />}>
      <ApprovalSheet detail={detail} originals={originals} />
    </PaperDesk>
  );
}

export default definePage({ path: '/cases/$caseId/print', title: '审批表', under: '/cases', covers: ['S001'], component: Print });
