import '../registers/ruled-list.css';
import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHead, Section, Views } from '../../ui/page-head.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { Table, type Column } from '../../ui/table.tsx';
import { definePage } from '../shell/page.ts';

type Rates = DoorOutput<typeof import('../../../kernel/dossier/queries/get-rates.ts').default>;
type FileList = DoorOutput<typeof import('../../../kernel/dossier/queries/list-files.ts').default>;
type Town = Rates['towns'][number];
type View = 'incomplete' | 'open' | 'complete' | 'all';
const BUNDLES = ['town-clerk', 'town-lead', 'approver', 'auditor'];

/** 87.5%: of the files a decision was taken in, how many lack nothing. */
const rateWords = (complete: number, files: number): string => (files === 0 ? '无' : `${((complete * 100) / files).toFixed(1)}%`);

const townColumns = (chosen: number | undefined, onChoose: (town: number | undefined) => void): readonly Column<Town>[] => [
  { key: 'name', title: '镇街', phone: 'who', cell: (row) => <button type="button" className="link plain" aria-pressed={chosen === row.id} onClick={() => onChoose(chosen === row.id ? undefined : row.id)}>{row.name}</button> },
  { key: 'rate', title: '齐全率', num: true, phone: 'state', cell: (row) => rateWords(row.complete, row.files) },
  { key: 'files', title: '已决定', num: true, phone: 'what', cell: (row) => row.files },
  { key: 'lack', title: '不齐', num: true, cell: (row) => row.files - row.complete },
  { key: 'open', title: '在办', num: true, cell: (row) => row.open },
];

const COLUMNS: readonly Column<FileList['lines'][number]>[] = [
  { key: 'head', title: '户主', phone: 'who', nowrap: true, cell: (row) => row.head },
  { key: 'place', title: '村居', phone: 'why', cell: (row) => row.place },
  { key: 'missing', title: '缺什么', phone: 'what', cell: (row) => (row.missing.length === 0 ? <span className="quiet">齐全</span> : row.missing.join('、')) },
  { key: 'cases', title: '件', num: true, cell: (row) => row.cases },
  { key: 'number', title: '户号', num: true, cell: (row) => <span className="quiet">{row.number}</span> },
];

function Files() {
  const { today } = useSignedIn();
  const post = usePost();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [town, setTown] = useState<number | undefined>(undefined);
  const rates = useApiQuery<Rates>('dossier.get-rates', { year });
  const years = [...new Set([year, ...(rates.data?.years ?? [])])].toSorted((a, b) => b - a);
  return (
    <div className="page">
      <PageHead over={post?.divisionName} title="档案" lead={rates.data === undefined ? undefined : <Lead towns={rates.data.towns} year={year} />}>
        <Field label="年度">{(ids) => <select {...ids} className="input" value={year} onChange={(event) => { setYear(Number(event.target.value)); setTown(undefined); }}>{years.map((one) => <option key={one} value={one}>{one} 年</option>)}</select>}</Field>
      </PageHead>
      <Section title="一、各镇街齐全率" note="一户一年一份；在办的另列，撤回和不予受理的不计">
        <Await read={rates} what="齐全率" lines={4}>{({ towns }) => <Table caption="各镇街齐全率" columns={townColumns(town, setTown)} rows={towns} rowKey={(row) => String(row.id)} empty={<Empty>这一年还没有档案。登记第一件申请以后就有。</Empty>} />}</Await>
      </Section>
      <Listed key={`${year} ${town}`} year={year} town={town} townName={rates.data?.towns.find((one) => one.id === town)?.name} mayBundle={BUNDLES.includes(post?.role ?? '')} />
    </div>
  );
}

function Lead({ towns, year }: { towns: readonly Town[]; year: number }) {
  const files = towns.reduce((sum, one) => sum + one.files, 0);
  const lack = files - towns.reduce((sum, one) => sum + one.complete, 0);
  return <>{year} 年已决定的 {files} 户，{lack === 0 ? '档案都齐。' : <b className="law-ink">{lack} 户不齐。</b>}在办 {towns.reduce((sum, one) => sum + one.open, 0)} 户。</>;
}

const VIEWS: readonly { readonly value: View; readonly title: string }[] = [{ value: 'incomplete', title: '已决定，不齐' }, { value: 'open', title: '在办，还缺' }, { value: 'complete', title: '齐全' }, { value: 'all', title: '全部' }];

function Listed({ year, town, townName, mayBundle }: { year: number; town: number | undefined; townName: string | undefined; mayBundle: boolean }) {
  const [view, setView] = useState<View>('incomplete');
  const [trail, setTrail] = useState<readonly number[]>([]);
  const asked = { year, view, ...(town === undefined ? {} : { division: town }) };
  const read = useApiQuery<FileList>('dossier.list-files', { ...asked, after: trail.at(-1) ?? 0 });
  return (
    <Section title="二、哪些户" note={townName ?? '全部镇街'}>
      <p className="acts">
        <ExportButton list="dossier.list-files" asked={asked} />
        {mayBundle && (read.data?.lines.length ?? 0) > 0 ? <ExportButton single list="dossier.bundle" asked={{ year, households: read.data?.lines.map((line) => line.id) ?? [] }}>打包这一页</ExportButton> : null}
      </p>
      <Views label="看哪些" views={VIEWS} value={view} onChange={(next) => { setView(next); setTrail([]); }} />
      <Await read={read} what="档案" lines={6}>{(list) => (
        <>
          <Table caption="档案名单" columns={COLUMNS} rows={list.lines} rowKey={(row) => String(row.id)} href={(row) => `/households/${row.id}/files/${year}`} empty={<Empty>{view === 'incomplete' ? '已决定的各户档案都齐。' : '没有这样的户。'}</Empty>} />
          {trail.length === 0 && list.next === null ? null : (
            <p className="after">
              {trail.length === 0 ? null : <Button onPress={() => setTrail(trail.slice(0, -1))}>上一页</Button>}
              {list.next === null ? <span className="quiet">到底了</span> : <Button onPress={() => setTrail([...trail, list.next ?? 0])}>下一页</Button>}
            </p>
          )}
        </>
      )}</Await>
    </Section>
  );
}

export default definePage({ path: '/files', title: '档案', go: 'w', under: '/households', shelf: { label: '档案', order: 20 }, covers: ['S026'], component: Files });
