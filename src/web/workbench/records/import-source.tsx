import { useState } from 'react';
import type { SheetSource } from '../../../kernel/contract/register-import.ts';
import { ApiProblem, upload } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/page-head.tsx';

/** Where the rows come from: a workbook, or cells pasted from one with their headings. */
export function ImportSource({ register, kept = '还没有导入任何一行。', onSource }: { register?: string; kept?: string; onSource: (source: SheetSource, name: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [pasted, setPasted] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      onSource({ file: (await upload(file)).id }, file.name);
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const take = () => {
    const lines = pasted.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length < 2 || !(lines[0] ?? '').includes('\t')) return setError('没有看懂。请从表格里连表头一起复制，再贴进来。');
    setError(undefined);
    return onSource({ pasted }, '贴进来的行');
  };
  return (
    <>
      <Section title="一、选文件">
        <Field label="原来的表（.xlsx）" help={register === undefined ? '一行一条，上面有标题也行。列名就是字段名，写得乱也不要紧。' : '一行一条，上面有标题也行。列名不用改，下一步对上就行。'}>{(ids) => (
          <span className="files">
            <label className="btn main pick-file">选一张表<input {...ids} className="vh" type="file" accept=".xlsx,.xls,.et,.xlsm" onChange={(event) => { void send(event.target.files?.[0]); event.target.value = ''; }} /></label>
            {busy ? <output className="note">正在传…</output> : null}
          </span>
        )}</Field>
        {register === undefined ? null : <p className="acts table-foot"><ExportButton list="records.template" single asked={{ register }}>空白模板</ExportButton></p>}
        <ErrorNote problem={problem} kept={kept} />
      </Section>
      <Section title="或者，贴进来" note="从 Excel、WPS 里连表头一起复制">
        <form className="told" noValidate onSubmit={(event) => { event.preventDefault(); take(); }}>
          <Field label="贴在这里" error={error}>{(ids) => <textarea {...ids} className="input" rows={6} wrap="off" value={pasted} onChange={(event) => setPasted(event.target.value)} />}</Field>
          <p className="acts"><Button type="submit">读这几行</Button></p>
        </form>
      </Section>
    </>
  );
}
