import '../records/records.css';
import { useQueries } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { RecordPage, RecordRow, RegisterFace } from '../../../kernel/records/face.ts';
import { query, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Loading } from '../../ui/loading.tsx';
import { useCity, usePost, useSignedIn } from '../../ui/session.ts';
import { DemoFoot, PaperDesk } from '../cases/paper.tsx';
import type { RecordList } from '../records/api.ts';
import { FieldCell, headingOf, isFigure } from '../records/field-value.tsx';
import { listBody, listedFields } from '../records/list-choices.ts';
import { RecordCard } from '../records/record-card.tsx';
import { useFace, useRegister } from '../records/use-face.ts';
import { definePage } from '../shell/page.ts';
import { readAddress } from '../views/list-address.ts';

/** So many lines are laid out at once; more go as a workbook. */
const MOST_LINES = 500;
const MOST_CARDS = 50;

/** The list as it is narrowed, on paper; or a card of each that was ticked. */
function RegisterPrint() {
  const register = useRegister();
  const { searchStr } = useLocation();
  const face = useFace(register);
  if (face.data === undefined) return <div className="page"><Await read={face} what="台账">{() => null}</Await></div>;
  const search = new URLSearchParams(searchStr);
  const records = (search.get('records') ?? '').split('.').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0).slice(0, MOST_CARDS);
  return search.get('as') === 'cards' ? <Cards face={face.data} records={records} /> : <List face={face.data} search={searchStr} />;
}

function Cards({ face, records }: { face: RegisterFace; records: readonly number[] }) {
  const { today } = useSignedIn();
  const reads = useQueries({ queries: records.map((record) => ({ queryKey: ['records.get', { register: face.id, record }], queryFn: () => query<RecordPage>('records.get', { register: face.id, record }) })) });
  const pages = reads.flatMap((read) => (read.data === undefined ? [] : [read.data]));
  return (
    <PaperDesk title={`${face.title}的卡片`} back={`/registers/${face.id}`} backTitle="回到名册" note={`${records.length} 张`}>
      {pages.length < records.length ? <Loading what="卡片" /> : pages.map((page) => <RecordCard key={page.record} face={face} page={page} today={today} />)}
    </PaperDesk>
  );
}

function List({ face, search }: { face: RegisterFace; search: string }) {
  const { today } = useSignedIn();
  const asked = readAddress(search);
  const read = useApiQuery<RecordList>('records.list', { ...listBody(face, asked), limit: MOST_LINES });
  return <div className={read.data === undefined ? 'page' : undefined}><Await read={read} what={face.title} lines={10}>{(list) => (
    <PaperDesk title={face.title} back={`/registers/${face.id}${search}`} backTitle="回到名册" note={list.next === null ? `${list.rows.length} ${face.unit}` : `只排前 ${MOST_LINES} ${face.unit}，全部请导出`}>
      <Paper face={face} rows={list.rows} day={typeof asked['asOf'] === 'string' ? asked['asOf'] : today} />
    </PaperDesk>
  )}</Await></div>;
}

function Paper({ face, rows, day }: { face: RegisterFace; rows: readonly RecordRow[]; day: string }) {
  const city = useCity();
  const post = usePost();
  const fields = listedFields(face);
  return (
    <article className="a4 record-list">
      <h1>{city?.name}{face.title}名册</h1>
      <p className="meta"><span>{post?.divisionName}</span><span>{dayLong(day)}的情况，共 {rows.length} {face.unit}</span></p>
      <table className="form-table"><thead><tr><th scope="col">序号</th><th scope="col">编号</th><th scope="col">名称</th>{fields.map((field) => <th scope="col" key={field.key}>{headingOf(field)}</th>)}<th scope="col">地方</th><th scope="col">状态</th></tr></thead>
        <tbody>{rows.map((row, at) => <tr key={row.record}><td className="num">{at + 1}</td><td>{row.number}</td><td>{row.title}</td>{fields.map((field) => <td key={field.key} className={isFigure(field) ? 'num' : undefined}><FieldCell field={field} row={row} /></td>)}<td>{row.division.name}</td><td>{face.states[row.state]?.title ?? row.state}</td></tr>)}</tbody></table>
      <DemoFoot />
    </article>
  );
}

export default definePage({ path: '/registers/$register/print', title: '打印台账', under: '/registers', component: RegisterPrint });
