import { useState } from 'react';
import { citeLaw } from '../../../kernel/contract/law.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Gloss, PageHead } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import '../cases/cases.css';
import type { FormList, Registered } from '../cases/api.ts';
import { AfterRegistering } from '../cases/after-registering.tsx';
import { VillageMandate } from '../mandates/village-mandate.tsx';
import { DraftLine } from '../drafts/draft-line.tsx';
import { useDeskDraft } from '../drafts/use-desk-draft.ts';
import { definePage } from '../shell/page.ts';

type Offered = FormList[number];

function NewCase() {
  const read = useApiQuery<FormList>('casework.list-forms');
  return <Await read={read} what="申请表" lines={8}>{(forms) => <Choose forms={forms.filter((form) => form.mayRegister)} />}</Await>;
}

/** One matter needs no choosing. */
function Choose({ forms }: { forms: readonly Offered[] }) {
  const [matter, setMatter] = useState<string | undefined>(forms.length === 1 ? forms[0]?.matter : undefined);
  const post = usePost();
  const chosen = forms.find((form) => form.matter === matter);
  if (chosen !== undefined) return <Register key={chosen.matter} offered={chosen} {...(forms.length > 1 ? { onOther: () => setMatter(undefined) } : {})} />;
  return (
    <div className="page">
      <PageHead title="登记申请" lead={forms.length === 0 ? `您现在的岗位是${post?.divisionName ?? ''}${post?.roleTitle ?? '空的'}，不在窗口收申请。` : '来办哪一件事？'} />
      {forms.length === 0 ? <Empty>村居经办和镇街经办的岗位可以登记。有别的岗位，请在右上角换过来。</Empty> : <p className="acts">{forms.map((form, at) => <Button key={form.matter} {...(at < 9 ? { hotkey: String(at + 1) } : {})} onPress={() => setMatter(form.matter)}>{form.title}</Button>)}</p>}
    </div>
  );
}

function Register({ offered, onOther }: { offered: Offered; onOther?: () => void }) {
  const draft = useDeskDraft(`new:${offered.matter}`, {});
  const { values } = draft;
  const [mandate, setMandate] = useState<number | undefined>(undefined);
  const [opened, setOpened] = useState<Registered | undefined>(undefined);
  const command = useApiCommand<Registered>('casework.register-application');
  const send = async () => {
    const answer = await command.run({ matter: offered.matter, values, ...(mandate === undefined ? {} : { mandate }) });
    if (answer === undefined) return;
    draft.sent();
    setOpened(answer);
  };
  if (opened !== undefined) return <AfterRegistering opened={opened} bring={offered.bring} onAgain={() => { setOpened(undefined); draft.startOver(); command.clear(); }} />;
  return (
    <div className="desk">
      <div className="list new-case">
        <PageHead over="窗口登记" title={offered.title} lead="照申请人带来的材料填。没有的先空着，填完一起告诉申请人还差什么，只说一次。">
          {onOther === undefined ? null : <Button onPress={onOther}>换一个事项</Button>}
          {offered.intake === null ? null : <ButtonLink href={offered.intake.path}>{offered.intake.title}</ButtonLink>}
        </PageHead>
        <VillageMandate matter={offered.matter} chosen={mandate} onChoose={setMandate} />
        {command.problem === undefined || command.fields.length > 0 ? null : <ErrorNote problem={command.problem} kept="填的都还在下面，没有丢。" />}
        <DraftLine draft={draft} />
        <FormSheet form={offered.form} values={values} onChange={draft.onChange} errors={command.fields} onSubmit={() => void send()}>
          <ButtonLink href="/tasks">不登记了</ButtonLink><Button kind="main" type="submit" busy={command.busy}>登记这件申请</Button>
        </FormSheet>
      </div>
      <aside className="next" aria-label="登记时看一眼">
        <h2>要看的材料</h2>
        {offered.bring.length === 0 ? <p className="note">没有列材料。</p> : <ul className="bring">{offered.bring.map((one) => <li key={one}>{one}</li>)}</ul>}
        <Gloss items={[
          { title: '登记以后', text: '给案号，从第二天起算受理的期限。接着登记谁签了核对授权，差的材料一次说清。' },
          { title: '证件号、账号', text: '存下来就是密的。以后只看得到头尾。' },
          { title: '依据', text: offered.procedure.law.map(citeLaw).join('；') },
        ]} />
      </aside>
    </div>
  );
}

export default definePage({ path: '/cases/new', title: '登记申请', under: '/cases', covers: ['S001', 'S216'], component: NewCase });
