import '../../forms/forms.css';
import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import { upload, useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Facts } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { DishonestyOfMine } from '../parts/dishonesty-of-mine.tsx';
import { ResidentsOnly } from '../parts/residents-only.tsx';
import { dayWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

export type MyData = DoorOutput<typeof import('../../../kernel/own-data/queries/my-data.ts').default>;
const SEX: Readonly<Record<string, string>> = { male: '男', female: '女', unknown: '未登记' };
const HUKOU: Readonly<Record<string, string>> = { urban: '城镇', rural: '农村' };
const STATE: Readonly<Record<string, string>> = { active: '在领', suspended: '暂停', ended: '停发' };

function Mine() {
  const read = useApiQuery<MyData>('own-data.my-data');
  return <div className="cols rest mine"><Await read={read} what="您的信息" lines={8}>{(data) => <Shown data={data} />}</Await></div>;
}

/** Everything held, by kind; each kind opens. */
function Shown({ data }: { data: MyData }) {
  const { person } = data;
  return (
    <>
      <div>
        <h1 tabIndex={-1}>我的信息</h1>
        <p className="lead">民政这里存着您的这些信息。有错的，可以要求改。</p>
        <Facts items={[{ label: '姓名', value: person.name }, { label: '性别', value: SEX[person.sex] ?? '' }, { label: '出生', value: person.birthDate ?? '未登记' }, { label: '户口', value: person.hukouKind === null ? '未登记' : (HUKOU[person.hukouKind] ?? '') }, { label: '户籍地', value: person.hukou ?? '未登记' }, { label: '住在', value: person.residence ?? '未登记' }, { label: '证件', value: data.documents.map((one) => one.masked).join('、') || '未登记' }]} />
        <p className="acts"><Button onPress={() => download(data)}>下载全部（文件）</Button></p>
        <Part title="登记过的变化" rows={data.versions.map((one) => `${one.from} 起：${one.name}，${one.birthDate ?? '出生未登记'}。${one.reason}${one.superseded ? '（后来更正）' : ''}`)} />
        <Part title="在哪一户" rows={data.memberships.map((one) => `${one.from} 起，关系：${one.relation}${one.to === null ? '' : `，至 ${one.to} 前`}`)} />
        <Part title="办过的事" rows={data.cases.map((one) => `${one.openedOn}，${one.title}，${one.number}${one.outcome === null ? '，在办' : ''}`)} />
        <Part title="授权核对" rows={data.authorisations.map((one) => `${one.signedOn}，${one.number}，${one.how === 'portal' ? '网上签' : '纸上签'}`)} />
        <Part title="领的待遇" rows={data.grants.map((one) => `${one.title}，${one.firstMonth} 起${one.lastMonth === null ? '' : `至 ${one.lastMonth}`}，${STATE[one.state] ?? ''}`)} />
        <Part title="到账" rows={data.payments.map((one) => `${one.on}，${one.month} 的钱${one.kind === 'paid' ? '到账' : '退回'} ${formatYuan(asFen(one.fen))} 元`)} />
        <Part title="谁看过" rows={data.readings.map((one) => `${one.at}，${one.who}，${one.purpose}`)} />
        <DishonestyOfMine />
      </div>
      <div className="side">
        <Ask />
        {data.requests.length === 0 ? null : <section aria-labelledby="asked"><h2 id="asked">提过的更正</h2><ul className="briefs">{data.requests.map((one) => <li key={one.id}><span>{one.fieldTitle}：{one.wanted}</span><State kind={one.accepted === null ? 'wait' : one.accepted ? 'done' : 'back'}>{one.accepted === null ? '正在核实' : one.accepted ? '已更正' : '没有更正'}</State><span className="note">{one.answer ?? `${dayWords(one.askedOn, data.today)}提的`}</span></li>)}</ul></section>}
      </div>
    </>
  );
}

function Part({ title, rows }: { title: string; rows: readonly string[] }) {
  return <details><summary>{title}（{rows.length}）</summary>{rows.length === 0 ? <p className="note">没有。</p> : <ul className="bring">{rows.map((row, at) => <li key={at}>{row}</li>)}</ul>}</details>;
}

function download(data: MyData): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `我的信息-${data.today}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

type FieldId = 'name' | 'sex' | 'birth-date' | 'hukou-kind' | 'other';
const HELP: Readonly<Record<FieldId, string>> = { 'name': '照身份证写', 'sex': '男或女', 'birth-date': '写成 1958-01-08', 'hukou-kind': '城镇或农村', 'other': '写哪里错了，应当是什么' };

function Ask() {
  const command = useApiCommand<{ requestId: number }>('own-data.ask-correction');
  const [field, setField] = useState<FieldId>('birth-date');
  const [wanted, setWanted] = useState('');
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File | undefined>(undefined);
  const send = async () => {
    const fileId = file === undefined ? undefined : (await upload(file)).id;
    await command.run({ field, wanted: wanted.trim(), reason: reason.trim(), ...(fileId === undefined ? {} : { fileId }) });
  };
  if (command.answer !== undefined) return <section className="objected" role="status"><h2>收到了</h2><p>镇区核实以后改，结果登在这里。</p></section>;
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">有错，要求改</h2>
      <form className="object" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Choice legend="哪一项" name="field" options={[{ value: 'name', title: '姓名' }, { value: 'sex', title: '性别' }, { value: 'birth-date', title: '出生日期' }, { value: 'hukou-kind', title: '户口' }, { value: 'other', title: '其他' }]} value={field} onChange={setField} />
        <Field label="应当是" help={HELP[field]} required>{(ids) => <input {...ids} className="input" maxLength={200} value={wanted} onChange={(event) => setWanted(event.target.value)} />}</Field>
        <Field label="为什么" required>{(ids) => <textarea {...ids} className="input" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <Field label="证明的照片" optional>{(ids) => <input {...ids} className="input" type="file" accept="image/*,application/pdf" onChange={(event) => setFile(event.target.files?.[0])} />}</Field>
        <ErrorNote problem={command.problem} kept="您写的都还在。" />
        <p className="acts"><Button type="submit" busy={command.busy}>提交</Button></p>
      </form>
    </section>
  );
}

function MyDataPage() {
  return <ResidentsOnly><Mine /></ResidentsOnly>;
}

export default definePage({ path: '/my/data', title: '我的信息', signIn: true, covers: ['S025', 'S215'], component: MyDataPage });
