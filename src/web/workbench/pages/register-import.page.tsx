import '../../forms/forms.css';
import '../cases/cases.css';
import '../records/records.css';
import { useState, type ReactNode } from 'react';
import type { ImportPlan, ImportTrial, SheetRead, SheetSource } from '../../../kernel/contract/register-import.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { ApiProblem, query, useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { usePageTitle } from '../../ui/page-frame.tsx';
import { ImportColumns } from '../records/import-columns.tsx';
import { ImportDone } from '../records/import-done.tsx';
import { ImportRuns } from '../records/import-runs.tsx';
import { SheetChoice } from '../records/import-sheet.tsx';
import { ImportSource } from '../records/import-source.tsx';
import { ImportTrialView } from '../records/import-trial.tsx';
import { RegisterHead } from '../records/register-head.tsx';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';
import { useListAddress, type Asked } from '../views/list-address.ts';

function RegisterImport() {
  const register = useRegister();
  const face = useFace(register);
  return <div className="page"><Await read={face} what="台账" lines={8}>{(known) => <Import key={register} face={known} />}</Await></div>;
}

/** A sheet the office kept until now: its columns understood once, tried without writing, then written; what is wrong comes back as a sheet. */
function Import({ face }: { face: RegisterFace }) {
  const [asked] = useListAddress();
  const [source, setSource] = useState<SheetSource | undefined>(() => sourceAsked(asked));
  usePageTitle(`导入 · ${face.title}`);
  return (
    <>
      <RegisterHead face={face} view="import" lead="把原来的表收进来：对一次列，先试一遍，看过再写。" />
      {!face.keeps ? <Empty>您的岗位看得到这个台账，不在里面登记。</Empty> : source === undefined ? <><ImportSource register={face.id} onSource={(next) => setSource(next)} /><ImportRuns face={face} /></> : <Sheet key={JSON.stringify(source)} face={face} source={source} onSource={setSource} onAgain={() => setSource(undefined)} />}
    </>
  );
}

/** The sheet the register was designed from, where one comes from there. */
function sourceAsked({ file, sheet, head }: Asked): SheetSource | undefined {
  return typeof file !== 'number' ? undefined : { file, ...(sheet === undefined ? {} : { sheet: String(sheet) }), ...(typeof head === 'number' ? { headRow: head } : {}) };
}

function Sheet({ face, source, onSource, onAgain }: { face: RegisterFace; source: SheetSource; onSource: (source: SheetSource) => void; onAgain: () => void }) {
  const read = useApiQuery<SheetRead>('records.read-sheet', { register: face.id, source });
  if (read.isError && read.data === undefined) return <ErrorNote problem={read.error} kept="还没有写任何一行。"><Button kind="main" onPress={onAgain}>换一张表</Button></ErrorNote>;
  return <Await read={read} what="这张表" lines={6}>{(sheet) => <Steps choice={<SheetChoice face={face} source={source} sheet={sheet} onSource={onSource} />} face={face} source={{ ...source, sheet: sheet.sheets.length > 1 ? sheet.name : undefined, into: sheet.into ?? '' }} sheet={sheet} onAgain={onAgain} />}</Await>;
}

function Steps({ choice, face, source, sheet, onAgain }: { choice: ReactNode; face: RegisterFace; source: SheetSource; sheet: SheetRead; onAgain: () => void }) {
  const [plan, setPlan] = useState<ImportPlan | undefined>(undefined);
  const [trial, setTrial] = useState<ImportTrial | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const command = useApiCommand<{ readonly import: number; readonly rows: number }>('records.import');
  const tryOut = async (next: ImportPlan) => {
    setBusy(true);
    setProblem(undefined);
    try {
      setTrial(await query<ImportTrial>('records.try-import', { register: face.id, source, plan: next }));
      setPlan(next);
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  if (command.answer !== undefined) return <ImportDone face={face} run={command.answer.import} rows={command.answer.rows} onAgain={onAgain} />;
  return (
    <>
      <ErrorNote problem={problem ?? command.problem} kept="还没有写任何一行。" />
      <div hidden={trial !== undefined && plan !== undefined}>{choice}<ImportColumns face={face} sheet={sheet} busy={busy} onPlan={(next) => void tryOut(next)} onAgain={onAgain} /></div>
      {trial === undefined || plan === undefined ? null : <ImportTrialView face={face} source={source} plan={plan} trial={trial} busy={command.busy} onGo={() => void command.run({ register: face.id, source, plan, expect: trial.good })} onBack={() => setTrial(undefined)} />}
    </>
  );
}

export default definePage({ path: '/registers/$register/import', title: '导入台账', under: '/registers', component: RegisterImport });
