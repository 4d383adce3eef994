import '../registers/ruled-list.css';
import { useState } from 'react';
import { ApiProblem, query, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { useCity } from '../../ui/session.ts';
import { stairsOf } from '../../ui/stairs-of.ts';
import { StandardStairs } from '../../ui/standard-stairs.tsx';
import type { ParameterList } from '../parameters/parameter-list.ts';
import { saveFile, type KeptFile } from '../rolls/save-file.ts';
import { RunsTable } from '../standards/runs-table.tsx';
import type { StandardsAnswer } from '../standards/answers.ts';
import { StandardsTable } from '../standards/standards-table.tsx';
import { definePage } from '../shell/page.ts';

function Standards() {
  const read = useApiQuery<StandardsAnswer>('policy.list-standards', {});
  return <div className="page"><Await read={read} what="标准" lines={8}>{(answer) => <Sheet answer={answer} />}</Await></div>;
}

function Sheet({ answer }: { answer: StandardsAnswer }) {
  const code = useCity()?.code ?? '';
  const main = answer.standards[0];
  const known = answer.standards.filter((standard) => standard.rows.some((row) => row.fen !== null));
  const now = main?.rows.find((row) => row.division === code);
  const kinds = main?.rows.some((row) => row.division === code && row.hukouKind !== null) === true ? (['urban', 'rural'] as const) : ([null] as const);
  return (
    <>
      <PageHead over={`${answer.city}，${answer.today}在用`} title="标准一览" lead={now === undefined || now.fen === null ? '今天没有有来源的低保标准。' : <>{main?.title} <b><Money fen={now.fen} unit /></b>每人每月，自 {now.from} 起{now.before === null ? '' : <>，原来 <Money fen={now.before} unit />，提高 {now.growth}%</>}。</>}>
        <SaveButton />
        <ButtonLink href="/standards/print">打印一览表</ButtonLink>
        <ButtonLink href="/parameters">录入新的标准</ButtonLink>
      </PageHead>
      <Waiting />
      {main === undefined ? null : kinds.map((kind) => {
        const title = `${main.title}沿革${kind === null ? '' : kind === 'urban' ? '（城镇）' : '（农村）'}`;
        return <Section key={kind ?? 'all'} title={title} note="元/人·月，每一级写着从哪天起"><StandardStairs title={title} stairs={stairsOf(main.history, code, kind, answer.today)} /></Section>;
      })}
      <StandardsTable standards={known} />
      {known.length === answer.standards.length ? null : <p className="note">另有 {answer.standards.length - known.length} 项在本市没有来源，没有录入：{answer.standards.filter((standard) => !known.includes(standard)).map((standard) => standard.title).join('、')}。</p>}
      <RunsTable />
    </>
  );
}

/** Figures entered by one person that wait for another's signature: each leads to its preview. */
function Waiting() {
  const read = useApiQuery<ParameterList>('policy.list-parameters', {});
  const waiting = [...new Map((read.data?.matters ?? []).flatMap((matter) => matter.parameters).flatMap((parameter) => parameter.waiting.map((one) => [one.id, { ...one, title: parameter.title }] as const))).values()];
  if (waiting.length === 0) return null;
  return (
    <Section title="等推演和复核" note={`${waiting.length} 条`}>
      <ul className="ruled">{waiting.map((one) => (
        <li key={one.id} className="now"><p className="l1"><A href={`/standards/proposals/${one.id}`}><b>{one.title}，{one.text}</b></A><span className="quiet">{one.divisionName}，{one.from} 起</span></p><p className="note">《{one.document.title}》{one.document.number ?? '文号未录入'}，{one.proposedBy} {one.proposedOn}录入</p></li>
      ))}</ul>
    </Section>
  );
}

function SaveButton() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      saveFile(await query<KeptFile>('policy.export-standards', {}));
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return <><Button busy={busy} onPress={() => void save()}>导出 Excel</Button><ErrorNote problem={problem} /></>;
}

export default definePage({ path: '/standards', title: '标准一览', go: 'b', under: '/parameters', shelf: { label: '标准一览', order: 10 }, covers: ['S002'], component: Standards });
