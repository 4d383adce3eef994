import '../registers/ruled-list.css';
import { useParams } from '@tanstack/react-router';
import type { HouseholdFile } from '../../../kernel/dossier/read-file.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { A } from '../../ui/link.tsx';
import { Gloss, PageHead, Section } from '../../ui/page-head.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { FileChecklist } from '../files/file-checklist.tsx';
import { definePage } from '../shell/page.ts';

const MAY_FILE = ['town-clerk', 'town-lead', 'approver'];
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八'];

function FilePage() {
  const { householdId, year } = useParams({ strict: false }) as { householdId: string; year: string };
  const read = useApiQuery<HouseholdFile>('dossier.get-file', { household: Number(householdId), year: Number(year) });
  return <div className={read.data === undefined ? 'page' : undefined}><Await read={read} what="这一户的档案" lines={8}>{(file) => <Opened file={file} />}</Await></div>;
}

function lackingOf(file: HouseholdFile): number {
  return file.cases.reduce((sum, one) => sum + one.lines.filter((line) => !line.there && (line.due === 'approval' || one.decided)).length, 0);
}

/** 一户一档: the file of a household and year, its checklist, its sealed versions, and the bundle for the archive. */
function Opened({ file }: { file: HouseholdFile }) {
  usePageTitle(`${file.head} · ${file.year} 年档案`);
  const role = usePost()?.role ?? '';
  const lacking = lackingOf(file);
  const sealed = file.versions.length > 0;
  return (
    <>
      <header className="case-head">
        <PageHead over={`一户一档，户号 ${file.number}，${file.place}`} title={`${file.head}一户，${file.year} 年`} lead={<>{file.cases.length} 件。{lacking === 0 ? '该有的都有。' : <b className="law-ink">还缺 {lacking} 项。</b>}{sealed ? `已封存第 ${file.versions.at(-1)?.version} 版。` : '还没有封存。'}</>}>
          {MAY_FILE.includes(role) || role === 'auditor' ? <ExportButton single list="dossier.bundle" asked={{ year: file.year, households: [file.household] }}>打包归档</ExportButton> : null}
          <A className="btn" href={`/households/${file.household}`}>这一户</A>
        </PageHead>
      </header>
      <div className="case-body wide main-first">
        <div className="mid">
          {file.cases.map((one, at) => (
            <Section key={one.caseId} title={`${NUMERALS[at] ?? at + 1}、${one.title}`} note={<A href={`/cases/${one.caseId}`}>{one.number}</A>}>
              {one.gate === 'block' && !one.decided ? <p className="note">这里规定材料齐了才能批准。</p> : null}
              <FileChecklist one={one} sealed={sealed} mayFile={MAY_FILE.includes(role)} />
            </Section>
          ))}
        </div>
        <aside className="right" aria-label="封存和年度">
          <Section title="封存的版本">
            {file.versions.length === 0 ? <p className="note">作出决定时封存第一版，以后每次复核、决定再封一版。</p> : (
              <ol className="ruled">{file.versions.toReversed().map((one) => (
                <li key={one.version}><p className="l1"><span>第 {one.version} 版，{one.on}</span>{one.intact ? <State kind="done">没有动过</State> : <State kind="back">和封存时不同</State>}</p><p className="note">{one.because}，{one.by}，{one.entries} 件材料。摘要 {one.digest.slice(0, 16)}</p></li>
              ))}</ol>
            )}
          </Section>
          <Section title="各年">
            <ul className="ruled">{file.years.map((year) => <li key={year} className={year === file.year ? 'now' : undefined}><p className="l1"><A href={`/households/${file.household}/files/${year}`}>{year} 年</A></p></li>)}</ul>
          </Section>
          <Gloss items={[{ title: '打包', text: '一个压缩包：一份可以直接打印的档案，有封面、目录和页数；交来的原件另放在“附件”里。里面是全名全号，谁取走会记下。' }]} />
        </aside>
      </div>
    </>
  );
}

export default definePage({ path: '/households/$householdId/files/$year', title: '一户一档', under: '/households', covers: ['S026'], component: FilePage });
