import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addMonths, monthOf, type Month } from '../../../../kernel/values/month.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { ApiProblem, upload, useApiCommand, useApiQuery, type UploadedFile } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { Choice, Field } from '../../../../web/ui/field.tsx';
import { Count, Money } from '../../../../web/ui/money.tsx';
import { PageHead, Section } from '../../../../web/ui/page-head.tsx';
import { useSignedIn } from '../../../../web/ui/session.ts';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import type { ImportAnswer } from '../commands/import-roster.ts';
import type { RosterPreview } from '../queries/preview-roster.ts';
import '../../../../web/forms/forms.css';
import { DownloadBadRows } from './download-bad-rows.tsx';
import { ImportHistory } from './import-history.tsx';
import { PreviewLead, PreviewTables } from './import-preview.tsx';

interface Finished { readonly answer: ImportAnswer; readonly badHouseholds: number }

/** 导入低保花名册: choose a file, look at what it would bring, import what is good, take home what is not. */
function ImportPage() {
  const [file, setFile] = useState<UploadedFile | undefined>(undefined);
  const [finished, setFinished] = useState<Finished | undefined>(undefined);
  const again = (): void => { setFile(undefined); setFinished(undefined); };
  if (file === undefined) return <ChooseFile onChosen={setFile} />;
  if (finished !== undefined) return <Result file={file} finished={finished} onAgain={again} />;
  return <Preview file={file} onFinished={setFinished} onAgain={again} />;
}

function ChooseFile({ onChosen }: { onChosen: (file: UploadedFile) => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      onChosen(await upload(file));
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="page">
      <PageHead over="低保" title="导入花名册" lead="选一份低保花名册。先看一遍要导入多少、哪里不对，看过才导入。" />
      <Section title="选文件">
        <Field label="花名册（.xlsx）" help="一人一行，标明户主。有旧格式、密码或宏的，会告诉您怎样另存。一次最多 20 MB。">
          {(ids) => (
            <span className="files">
              <label className="btn main pick-file">
                选花名册
                <input {...ids} className="vh" type="file" accept=".xlsx,.xls,.et,.xlsm" onChange={(event) => { void send(event.target.files?.[0]); event.target.value = ''; }} />
              </label>
              {busy ? <output className="note">正在传…</output> : null}
            </span>
          )}
        </Field>
        <ErrorNote problem={problem} kept="还没有导入任何一户。" />
      </Section>
      <ImportHistory watching={false} />
    </div>
  );
}

function Preview({ file, onFinished, onAgain }: { file: UploadedFile; onFinished: (finished: Finished) => void; onAgain: () => void }) {
  const read = useApiQuery<RosterPreview>('subsistence-allowance.preview-roster', { file: file.id });
  if (read.isError && read.data === undefined) {
    return (
      <div className="page">
        <PageHead over="低保 · 导入花名册" title={file.name} lead="这个文件没有导入。" />
        <ErrorNote problem={read.error} kept="这次一户也没有导入。"><Button kind="main" onPress={onAgain}>换一个文件</Button></ErrorNote>
      </div>
    );
  }
  return (
    <div className="page">
      <Await read={read} what="预览，人多的花名册要十来秒" lines={8}>{(preview) => <Previewed preview={preview} onFinished={onFinished} onAgain={onAgain} />}</Await>
    </div>
  );
}

function Previewed({ preview, onFinished, onAgain }: { preview: RosterPreview; onFinished: (finished: Finished) => void; onAgain: () => void }) {
  const { today } = useSignedIn();
  const client = useQueryClient();
  const now = monthOf(today as PlainDate);
  const [firstMonth, setFirstMonth] = useState<Month>(now);
  const command = useApiCommand<ImportAnswer>('subsistence-allowance.import-roster', { refresh: false });
  const { good, bad } = preview;
  const go = async (): Promise<void> => {
    const answer = await command.run({ file: preview.file, expect: good, firstMonth });
    if (answer === undefined) return;
    onFinished({ answer, badHouseholds: bad.households });
    await client.invalidateQueries({ predicate: (read) => read.queryKey[0] !== 'subsistence-allowance.preview-roster' });
  };
  const title = (value: Month): string => `${Number(value.slice(0, 4))}年${Number(value.slice(5))}月`;
  return (
    <>
      <PageHead over="低保 · 导入花名册" title={preview.name} lead={<PreviewLead preview={preview} />}>
        <Button onPress={onAgain}>换一个文件</Button>
      </PageHead>
      {good.households === 0 ? null : (
        <Section title="从哪个月起由这里发" note="以前的月份照旧册，不补记">
          <Choice legend="第一个发放月份" name="first-month" value={firstMonth} onChange={setFirstMonth}
            options={[now, addMonths(now, 1)].map((value) => ({ value, title: title(value) }))} />
        </Section>
      )}
      <div className="acts section">
        {good.households === 0 ? null : (
          <Button kind="main" onPress={() => { void go(); }} busy={command.busy}>{command.busy ? '正在导入…' : `导入 ${good.households.toLocaleString('en-US')} 户`}</Button>
        )}
        {bad.households === 0 ? null : <DownloadBadRows file={preview.file} households={bad.households} />}
      </div>
      <ErrorNote problem={command.problem} kept="一户也没有导入。" />
      <PreviewTables preview={preview} />
    </>
  );
}

function Result({ file, finished, onAgain }: { file: UploadedFile; finished: Finished; onAgain: () => void }) {
  const { answer, badHouseholds } = finished;
  const done = answer.state === 'done';
  const lead = <>{done ? '已导入 ' : '正在导入 '}<Count of={answer.households} /> 户 <Count of={answer.persons} /> 人，每月共 <Money fen={answer.fen} unit />。{done ? '' : '人多，分几段做；可以离开这一页，回来还看得到。'}</>;
  return (
    <div className="page">
      <PageHead over="低保 · 导入花名册" title={file.name} lead={lead}><Button onPress={onAgain}>再导入一个文件</Button></PageHead>
      {badHouseholds === 0 ? null : (
        <Section title={`还有 ${badHouseholds.toLocaleString('en-US')} 户没有导入`}>
          <p>下载这几户，照最后一栏“哪里不对”改好，再选这份表导入。已导入的不会重复。</p>
          <div className="acts"><DownloadBadRows file={file.id} households={badHouseholds} /></div>
        </Section>
      )}
      <ImportHistory watching={!done} />
    </div>
  );
}

export default definePage({ path: '/import', title: '导入花名册', under: '/households', shelf: { label: '导入花名册', order: 90 }, roles: ['town-clerk', 'approver'], covers: ['S001'], component: ImportPage });
