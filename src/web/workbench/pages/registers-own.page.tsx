import '../records/records.css';
import '../designer/designer.css';
import { useRef } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { A, useOpen } from '../../ui/link.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { STANDS } from '../designer/state-words.ts';
import { definePage } from '../shell/page.ts';

type Designs = DoorOutput<typeof import('../../../kernel/records/own/queries/list-declarations.ts').default>;
type Line = Designs['rows'][number];

const COLUMNS: readonly Column<Line>[] = [
  { key: 'title', title: '台账', phone: 'who', cell: (line) => <>{line.title || '（没写名称）'}<span className="note">　{line.purpose}</span></> },
  { key: 'line', title: '业务', cell: (line) => line.line },
  { key: 'state', title: '到哪一步', phone: 'state', cell: (line) => <State kind={line.state === 'sent' && !line.mine ? 'mine' : STANDS[line.state].kind}>{line.state === 'sent' && !line.mine ? '等您复核' : `第 ${line.version} 版${STANDS[line.state].title}`}</State> },
  { key: 'inForce', title: '在用', phone: 'what', cell: (line) => (line.inForce === null ? <span className="quiet">没有</span> : `第 ${line.inForce} 版`) },
  { key: 'records', title: '记录', num: true, cell: (line) => line.records.toLocaleString('en-US') },
  { key: 'by', title: '谁、哪天', phone: 'why', cell: (line) => `${line.by}，${line.on}` },
];

/** 自建台账: what the bureau made itself, with where each edition stands. */
function RegistersOwn() {
  const read = useApiQuery<Designs>('records.list-declarations');
  return (
    <div className="page">
      <PageHead over={<A className="plain" href="/registers">台账</A>} title="自建台账" lead="自己加一个台账：从旧表开始，或者从空白开始。试过，交另一个人复核，发布了马上能用。"><ButtonLink href="/registers/own/new" kind="main">新建台账</ButtonLink><TakeIn /></PageHead>
      <Await read={read} what="自建台账" lines={6}>{({ rows }) => <Table caption="自建的台账" columns={COLUMNS} rows={rows} rowKey={(line) => line.register} href={(line) => `/registers/own/${line.register}`} empty={<Empty>还没有自建的台账。点“新建台账”，选原来的表，一列做成一个字段；另一个人复核发布，马上能用，同一张表接着导入。</Empty>} />}</Await>
    </div>
  );
}

/** 导入声明文件: a register another city made becomes a draft here. */
function TakeIn() {
  const open = useOpen();
  const input = useRef<HTMLInputElement>(null);
  const command = useApiCommand<{ readonly register: string }>('records.import-declaration');
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const answer = await command.run({ file: (await file.text()).slice(0, 200_000) });
    if (answer !== undefined) open(`/registers/own/${answer.register}`);
  };
  return (
    <>
      <Button busy={command.busy} onPress={() => input.current?.click()}>导入声明文件</Button>
      <input ref={input} type="file" className="vh" tabIndex={-1} aria-label="声明文件" accept=".yaml,.yml" onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
      <ErrorNote problem={command.problem} />
    </>
  );
}

export default definePage({ path: '/registers/own', title: '自建台账', under: '/registers', roles: ['administrator', 'bureau-affairs-clerk', 'discipline-clerk', 'charity-clerk', 'child-welfare-clerk', 'construction-projects-clerk', 'disaster-relief-clerk', 'elderly-care-clerk', 'grassroots-governance-clerk', 'place-names-clerk', 'social-organisations-clerk', 'social-work-clerk', 'special-care-clerk', 'vagrant-relief-clerk'], component: RegistersOwn });
