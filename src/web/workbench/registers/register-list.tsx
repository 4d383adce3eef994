import './ruled-list.css';
import { useState, type ReactNode } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { Table, type Column } from '../../ui/table.tsx';
import type { Page } from '../../../kernel/registers/search/hit.ts';
import { useSettled } from '../../ui/use-settled.ts';

export interface RegisterListProps<Row> {
  readonly query: string;
  readonly title: string;
  /** 户, 人 */
  readonly unit: string;
  readonly seek: string;
  readonly columns: readonly Column<Row>[];
  readonly href: (row: Row) => string;
  readonly other: { readonly href: string; readonly title: string };
  readonly empty: ReactNode;
}

/** A register of the office's area: search by name, pinyin or number, one place at a time, fifty a page. */
export function RegisterList<Row extends { readonly id: number }>(list: RegisterListProps<Row>) {
  const post = usePost();
  const [text, setText] = useState('');
  const [division, setDivision] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const settled = useSettled(text.trim());
  const after = trail.at(-1);
  const asked = { ...(settled === '' ? {} : { text: settled }), ...(division === '' ? {} : { division: Number(division) }) };
  const read = useApiQuery<Page<Row>>(list.query, { ...asked, ...(after === undefined ? {} : { after }) });
  const places = useApiQuery<readonly { readonly id: number; readonly shortName: string }[]>('division.list-children', post === undefined ? {} : { division: post.divisionId });
  const again = (act: () => void) => { setTrail([]); act(); };
  return (
    <div className="page">
      <PageHead over={post?.divisionName} title={list.title} lead={<Lead total={read.data?.total} unit={list.unit} filtered={settled !== '' || division !== ''} />}>
        <A className="btn" href={list.other.href}>{list.other.title}</A>
        <ExportButton list={list.query} asked={asked} />
      </PageHead>
      <search className="seek">
        <Field label={list.seek}>{(ids) => <input {...ids} className="input" type="search" autoComplete="off" spellCheck={false} value={text} onChange={(event) => again(() => setText(event.target.value))} />}</Field>
        {places.data === undefined || places.data.length === 0 ? null : (
          <div className="field short">
            <label htmlFor="place">在哪里</label>
            <select id="place" className="input" value={division} onChange={(event) => again(() => setDivision(event.target.value))}>
              <option value="">全部</option>
              {places.data.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}
            </select>
          </div>
        )}
      </search>
      <Await read={read} what={list.title} lines={10}>{(page) => (
        <>
          <Table caption={list.title} columns={list.columns} rows={page.rows} rowKey={(row) => String(row.id)} href={list.href} empty={<Empty>{settled === '' && division === '' ? list.empty : `没有找到。可以写姓名、拼音首字母、整个证件号或户号；只查得到您辖区里的${list.unit}。`}</Empty>} />
          {trail.length === 0 && page.next === null ? null : (
            <p className="after">
              {trail.length === 0 ? null : <Button onPress={() => setTrail(trail.slice(0, -1))}>上一页</Button>}
              {page.next === null ? <span className="quiet">到底了</span> : <Button onPress={() => setTrail([...trail, page.next ?? ''])}>下一页</Button>}
              <span className="quiet">第 {trail.length + 1} 页</span>
            </p>
          )}
        </>
      )}</Await>
    </div>
  );
}

function Lead({ total, unit, filtered }: { total: Page<unknown>['total'] | undefined; unit: string; filtered: boolean }) {
  if (total === undefined) return null;
  const count = `${total.exact ? '' : '超过 '}${total.count.toLocaleString('en-US')} ${unit}`;
  return filtered ? <>找到 <b>{count}</b>。</> : <>您的辖区里有 <b>{count}</b>。名字打了星号，打开一{unit}看全。</>;
}
