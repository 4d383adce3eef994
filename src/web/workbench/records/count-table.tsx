import { useState } from 'react';
import { addDays } from '../../../kernel/values/plain-date.ts';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { A } from '../../ui/link.tsx';
import { Section, Views } from '../../ui/page-head.tsx';
import { useSignedIn } from '../../ui/session.ts';
import { Table, type Column } from '../../ui/table.tsx';
import type { Period } from '../figures/figure-answer.ts';
import { writeAddress } from '../views/list-address.ts';
import type { CountLine } from './api.ts';
import { addressKey, inAddress, writeRange } from './list-choices.ts';

const COUNTED: readonly RegisterField['kind'][] = ['choice', 'choices', 'division', 'yes-no', 'link'];

/** 在册、新增、退出: what stands on the last day of a period, what came and went in it, by place, by state, by any field that is counted. */
export function CountTable({ face, period, divisionLevel }: { face: RegisterFace; period: Period; divisionLevel: 'town' | 'village' }) {
  const [by, setBy] = useState<string>(divisionLevel);
  const fields = face.fields.filter((field) => field.counted === true && COUNTED.includes(field.kind));
  const views = [...(divisionLevel === 'town' ? [{ value: 'town', title: '按镇街' }] : []), { value: 'village', title: '按村居' }, { value: 'state', title: '按状态' }, ...fields.map((field) => ({ value: field.key, title: `按${field.title}` }))];
  const level = by === 'town' || by === 'village' ? by : undefined;
  const read = useApiQuery<readonly CountLine[]>('records.count', { register: face.id, asOf: period.last, from: period.from, to: addDays(period.last, 1), by: level === undefined ? by : 'division', ...(level === undefined ? {} : { level }) });
  const several = fields.find((field) => field.key === by)?.kind === 'choices';
  return (
    <Section title="在册、新增、退出" note={`在册看 ${dayLong(period.last)}，新增、退出从 ${dayLong(period.from)} 数起`}>
      <Views label="按什么分" views={views} value={by} onChange={setBy} />
      <Await read={read} what="统计" lines={5}>{(lines) => <Lines face={face} lines={lines} by={by} period={period} several={several} />}</Await>
    </Section>
  );
}

function Lines({ face, lines, by, period, several }: { face: RegisterFace; lines: readonly CountLine[]; by: string; period: Period; several: boolean }) {
  const { today } = useSignedIn();
  const most = Math.max(1, ...lines.map((line) => line.stock));
  const sum = (of: 'stock' | 'opened' | 'ended') => lines.reduce((all, line) => all + line[of], 0).toLocaleString('en-US');
  const came = (line: CountLine, what: 'opened' | 'ended') => {
    const href = line[what] === 0 ? undefined : rowsOf(face, by, line, { [what]: writeRange(period.from, period.last) });
    return href === undefined ? line[what].toLocaleString('en-US') : <A className="plain" href={href}>{line[what].toLocaleString('en-US')}</A>;
  };
  const columns: readonly Column<CountLine>[] = [
    { key: 'title', title: WORDS[by] ?? face.fields.find((field) => field.key === by)?.title ?? '', phone: 'who', cell: (line) => line.title },
    { key: 'stock', title: `在册（${face.unit}）`, num: true, phone: 'state', cell: (line) => { const href = rowsOf(face, by, line, period.last === today ? {} : { asOf: period.last }); return href === undefined ? line.stock.toLocaleString('en-US') : <A className="plain" href={href}>{line.stock.toLocaleString('en-US')}</A>; } },
    { key: 'opened', title: '新增', num: true, phone: 'what', cell: (line) => came(line, 'opened') },
    { key: 'ended', title: '退出', num: true, phone: 'why', cell: (line) => came(line, 'ended') },
    { key: 'bar', title: '', cell: (line) => <span className="bar-cell"><svg width="160" height="12" viewBox="0 0 160 12" aria-hidden="true"><rect x="0" y="1" height="10" width={(line.stock / most) * 160} /></svg></span> },
  ];
  return (
    <div className="town-table">
      <Table caption={`${face.title}的在册、新增、退出`} columns={columns} rows={lines} rowKey={(line) => line.key} {...(several ? {} : { total: { cells: { title: '合计', stock: sum('stock'), opened: sum('opened'), ended: sum('ended') }, answer: 'stock' } })} empty={<Empty>这一期没有。换一期再看，或先登记。</Empty>} />
      {several ? <p className="note">一{face.unit}可以有几项，各行相加会多于总数。</p> : null}
    </div>
  );
}

const WORDS: Readonly<Record<string, string>> = { town: '镇街', village: '村居', state: '状态' };

/** The list that shows the very rows a number counts, on that day or in that period; undefined where the list cannot be narrowed so. */
function rowsOf(face: RegisterFace, by: string, line: CountLine, day: Readonly<Record<string, string>>): string | undefined {
  const to = (asked: Readonly<Record<string, string | number | boolean>>): string => `/registers/${face.id}${writeAddress({ ...asked, ...day })}`;
  if (by === 'town' || by === 'village') return to({ division: Number(line.key) });
  if (by === 'state') return to({ state: line.key });
  const field = face.fields.find((one) => one.key === by);
  if (field === undefined || line.key === '' || !inAddress(field) || field.kind === 'division') return undefined;
  return to({ [addressKey(field)]: field.kind === 'yes-no' ? line.key === 'true' : line.key });
}
