import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import { ApiProblem, query, upload, useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { FormSheet } from '../../../../web/forms/form-sheet.tsx';
import type { FormValues } from '../../../../web/forms/form-values.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { PageHead } from '../../../../web/ui/page-head.tsx';
import type { FormList, Registered } from '../../../../web/workbench/cases/api.ts';
import '../../../../web/workbench/cases/cases.css';
import '../../../../web/workbench/registers/ruled-list.css';
import { AfterRegistering } from '../../../../web/workbench/cases/after-registering.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import { ToldElsewhere } from './told-elsewhere.tsx';

type Told = DoorOutput<typeof import('../queries/read-transfer.ts').default>;

/** 迁入登记: the file of the other city is read first, then the ordinary form with who came already written in. */
function NewFromTransfer() {
  const forms = useApiQuery<FormList>('casework.list-forms');
  const [brought, setBrought] = useState<{ readonly file: number; readonly told: Told } | undefined>(undefined);
  return (
    <Await read={forms} what="申请表" lines={6}>{(list) => {
      const offered = list.find((one) => one.matter === 'subsistence-allowance' && one.mayRegister);
      if (offered === undefined) return <div className="page"><PageHead title="迁入登记" /><Empty>村居经办和镇街经办的岗位可以登记。</Empty></div>;
      return brought === undefined ? <Pick onRead={(file, told) => setBrought({ file, told })} /> : <Register offered={offered} {...brought} onAgain={() => setBrought(undefined)} />;
    }}</Await>
  );
}

function Pick({ onRead }: { onRead: (file: number, told: Told) => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const take = async (chosen: File): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { id } = await upload(chosen);
      onRead(id, await query<Told>('subsistence-allowance.read-transfer', { file: id }));
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="page">
      <PageHead over="窗口登记" title="外市迁入" lead="选申请人从迁出的城市带来的转移证明数据文件。读进来的只有姓名、证件号和关系，收入财产照常申报，照常审核。"><ButtonLink href="/cases/new">没有文件，照常登记</ButtonLink></PageHead>
      <p className="acts"><label className="btn main pick-file">{busy ? '正在读…' : '选文件'}<input className="vh" type="file" accept=".json,application/json" disabled={busy} onChange={(event) => { const [chosen] = event.target.files ?? []; event.target.value = ''; if (chosen) void take(chosen); }} /></label></p>
      {problem === undefined ? null : <ErrorNote problem={problem} kept="什么也没有登记。" />}
    </div>
  );
}

function Register({ offered, file, told, onAgain }: { offered: FormList[number]; file: number; told: Told; onAgain: () => void }) {
  const [values, setValues] = useState<FormValues>(told.values as FormValues);
  const [opened, setOpened] = useState<Registered | undefined>(undefined);
  const command = useApiCommand<Registered>('subsistence-allowance.register-arrival');
  const send = async (): Promise<void> => {
    const answer = await command.run({ file, values });
    if (answer !== undefined) setOpened(answer);
  };
  if (opened !== undefined) return <AfterRegistering opened={opened} bring={offered.bring} onAgain={onAgain} />;
  return (
    <div className="desk">
      <div className="list new-case">
        <PageHead over="窗口登记，外市迁入" title={offered.title} lead="家里的人已经写上，请照身份证、户口本核对。别的照申请人带来的材料填。"><Button onPress={onAgain}>换一个文件</Button></PageHead>
        {command.problem === undefined || command.fields.length > 0 ? null : <ErrorNote problem={command.problem} kept="填的都还在下面，没有丢。" />}
        <FormSheet form={offered.form} values={values} onChange={setValues} errors={command.fields} onSubmit={() => void send()}>
          <ButtonLink href="/tasks">不登记了</ButtonLink><Button kind="main" type="submit" busy={command.busy}>登记这件申请</Button>
        </FormSheet>
      </div>
      <aside className="next" aria-label="转移证明上写的">
        <h2>转移证明上写的</h2>
        <ToldElsewhere said={told} />
        <p className="note">本市查不了别的城市的印章。有疑问的，凭文号和校验码在那个城市的“验文书”查。</p>
      </aside>
    </div>
  );
}

export default definePage({ path: '/cases/new-from-transfer', title: '外市迁入登记', under: '/cases', roles: ['village-clerk', 'town-clerk'], covers: ['S001'], component: NewFromTransfer });
