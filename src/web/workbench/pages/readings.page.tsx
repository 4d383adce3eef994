import '../registers/ruled-list.css';
import { useState } from 'react';
import type { ReadingLine } from '../../../kernel/audit/queries/list-readings.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { DayRange, readDays, type DayFaults } from '../registers/day-range.tsx';
import { definePage } from '../shell/page.ts';

interface Asked { readonly whom?: string; readonly who?: string; readonly from?: string; readonly to?: string; readonly after?: number }

const KIND: Readonly<Record<string, string>> = { person: '人', household: '户', case: '件', complaint: '件投诉', file: '份文件' };
const instant = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(new Date(iso));

function Whom({ line }: { line: ReadingLine }) {
  if (line.count === 0) return <span className="quiet">没有看到人</span>;
  const names = line.whom.join('、');
  if (line.person !== null) return <A href={`/people/${line.person}`}>{names || '1 人'}</A>;
  return <>{names === '' ? '' : `${names}${line.count > line.whom.length ? ' 等' : ''}，`}{line.count.toLocaleString('en-US')} {KIND[line.kind] ?? line.kind}</>;
}

const COLUMNS: readonly Column<ReadingLine>[] = [
  { key: 'at', title: '什么时候', phone: 'state', nowrap: true, cell: (line) => instant(line.at) },
  { key: 'who', title: '谁看的', phone: 'who', cell: (line) => <>{line.who}{line.office === '' ? null : <><br /><span className="note">{line.office}</span></>}</> },
  { key: 'whom', title: '看了谁', phone: 'what', cell: (line) => <Whom line={line} /> },
  { key: 'why', title: '为什么', phone: 'why', cell: (line) => line.purpose ?? <span className="quiet">没有写明</span> },
];

/** 查看记录: who looked at whom, what for. What is asked for is taken when the form is sent, so that a name half typed is not looked for. */
function Readings() {
  const [form, setForm] = useState({ whom: '', who: '', from: '', to: '' });
  const [asked, setAsked] = useState<Asked>({});
  const read = useApiQuery<{ readings: readonly ReadingLine[]; next: number | null }>('audit.list-readings', asked);
  const put = (key: keyof typeof form) => (value: string) => setForm({ ...form, [key]: value });
  const [faults, setFaults] = useState<DayFaults>({});
  const seek = () => {
    const { days, faults: found } = readDays(form);
    setFaults(found);
    if (found.from === undefined && found.to === undefined) setAsked({ ...Object.fromEntries((['whom', 'who'] as const).flatMap((key) => (form[key].trim() === '' ? [] : [[key, form[key].trim()]]))), ...days });
  };
  const { after: _after, ...filter } = asked;
  return (
    <div className="page">
      <PageHead title="查看记录" lead="看过证件号、收入、健康、账号等敏感信息的，每次一条，改不了也删不掉。名字隐去中间的字。"><ExportButton list="audit.list-readings" asked={filter} /></PageHead>
      <form className="seek" role="search" aria-label="查看记录" noValidate onSubmit={(event) => { event.preventDefault(); seek(); }}>
        <Field label="看了谁（姓名、拼音、证件号）">{(ids) => <input {...ids} className="input" type="search" autoComplete="off" value={form.whom} onChange={(event) => put('whom')(event.target.value)} />}</Field>
        <div className="field short"><Field label="谁看的（姓名）">{(ids) => <input {...ids} className="input" type="search" autoComplete="off" value={form.who} onChange={(event) => put('who')(event.target.value)} />}</Field></div>
        <DayRange from={form.from} to={form.to} faults={faults} onChange={(key, value) => put(key)(value)} />
        <Button type="submit">查</Button>
      </form>
      <Await read={read} what="查看记录" lines={8}>{({ readings, next }) => (
        <>
          <Table caption="查看记录" columns={COLUMNS} rows={readings} rowKey={(line) => String(line.id)} empty={<Empty>没有这样的查看。</Empty>} />
          {next === null ? null : <p><Button onPress={() => setAsked({ ...filter, after: next })}>更早的</Button></p>}
          {asked.after === undefined ? null : <p><Button kind="bare" onPress={() => setAsked(filter)}>回到最近的</Button></p>}
        </>
      )}</Await>
    </div>
  );
}

export default definePage({ path: '/record/readings', title: '查看记录', under: '/record', shelf: { label: '查看记录', order: 20 }, roles: ['auditor'], component: Readings });
