import { useState } from 'react';
import { addMonths, month } from '../../../kernel/values/month.ts';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { Key, useKeys } from '../../ui/keys.tsx';
import { useOpen } from '../../ui/link.tsx';
import { PageHead, Views } from '../../ui/page-head.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import '../cases/cases.css';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { PrintMany } from '../bulk/print-many.tsx';
import { useTicks } from '../bulk/use-ticks.ts';
import type { CaseList, FormList } from '../cases/api.ts';
import { without } from '../cases/task-filters.tsx';
import { useListAddress, type Asked } from '../views/list-address.ts';
import { SavedViews, type ViewCount } from '../views/saved-views.tsx';
import { monthWords } from '../cases/case-head.tsx';
import { CasesTable } from '../cases/cases-table.tsx';
import { definePage } from '../shell/page.ts';

type View = 'open' | 'closed' | 'all';
interface Filters { readonly matter?: string; readonly state?: string; readonly divisionId?: number; readonly month?: string; readonly find?: string }
interface Below { readonly id: number; readonly shortName: string; readonly level: string }

const SAID: Record<View, string> = { open: '在办', closed: '办结', all: '全部' };

/** The state a list opens with is not written into the address. */
const viewOf = (asked: Asked): View => (asked['open'] === false ? 'closed' : asked['open'] === 'all' ? 'all' : 'open');
const filtersOf = ({ matter, state, divisionId, month }: Asked): Filters => ({
  ...(typeof matter === 'string' ? { matter } : {}), ...(typeof state === 'string' ? { state } : {}), ...(typeof divisionId === 'number' ? { divisionId } : {}), ...(typeof month === 'string' ? { month } : {}),
});
const bodyOf = (asked: Asked, find?: string) => ({ ...filtersOf(asked), ...(find === undefined || find === '' ? {} : { find }), ...(viewOf(asked) === 'all' ? {} : { open: viewOf(asked) === 'open' }) });

const COUNT: ViewCount = { query: 'casework.list-cases', body: (asked) => ({ ...bodyOf(asked), limit: 1 }), of: (answer) => (answer as CaseList).total };

function Cases() {
  const { today } = useSignedIn();
  const [address, setAddress] = useListAddress();
  // whom one looks for stays out of the address
  const [find, setFind] = useState('');
  const [before, setBefore] = useState<readonly number[]>([]);
  const open = useOpen();
  useKeys({ n: { title: '登记申请', run: () => open('/cases/new') } });
  const view = viewOf(address);
  const asked = bodyOf(address, find);
  const read = useApiQuery<CaseList>('casework.list-cases', { ...asked, ...(before.length === 0 ? {} : { before: before.at(-1) }), limit: 50 });
  const change = (next: Asked) => { setAddress(next); setBefore([]); };
  const filters: Filters = { ...filtersOf(address), ...(find === '' ? {} : { find }) };
  const narrowed = Object.keys(filters).length > 0;
  const lines = read.data?.lines ?? [];
  const ticks = useTicks(lines.map((line) => String(line.id)));
  const chosen = lines.filter((line) => ticks.ticked.has(String(line.id)));
  const look = (next: View) => change(next === 'open' ? without(address, 'open') : { ...address, open: next === 'all' ? 'all' : false });
  return (
    <div className="page">
      <PageHead title="办件" lead={read.data === undefined ? undefined : said(read.data, view, narrowed)}>
        <ButtonLink href="/cases/new">登记申请 <Key of="n" /></ButtonLink>
        <ExportButton list="casework.list-cases" asked={asked} />
      </PageHead>
      <Views label="看哪些" views={[{ value: 'open', title: '在办' }, { value: 'closed', title: '办结' }, { value: 'all', title: '全部' }]} value={view} onChange={look} />
      <SavedViews list="casework.list-cases" asked={address} onPick={change} count={COUNT} />
      <FilterBar filters={filters} today={today} onChange={({ find: text = '', ...rest }) => { setFind(text); change({ ...(address['open'] === undefined ? {} : { open: address['open'] }), ...rest }); }} />
      <Await read={read} what="办件" lines={8}>{(list) => (
        <>
          <CasesTable lines={list.lines} today={today} ticks={ticks} empty={<Empty>{narrowed ? '没有合条件的件。换个条件再找，或看“全部”。' : view === 'closed' ? '还没有办结的件。' : '现在没有在办的件。窗口来人申请，按“登记申请”。'}</Empty>} />
          <p className="acts table-foot">
            {before.length === 0 ? null : <Button onPress={() => setBefore(before.slice(0, -1))}>前 50 件</Button>}
            {list.lines.length < 50 ? null : <Button onPress={() => setBefore([...before, list.lines.at(-1)?.id ?? 0])}>后 50 件</Button>}
          </p>
          <BulkBar work="casework.take-step" rows={chosen.map((line) => ({ id: line.id }))} ticks={ticks}><PrintMany cases={chosen.map((line) => line.id)} /></BulkBar>
        </>
      )}</Await>
    </div>
  );
}

function said(list: CaseList, view: View, narrowed: boolean): string {
  const count = list.more ? '超过 1,000' : list.total.toLocaleString('en-US');
  return `${narrowed ? '合条件的' : '辖区内'}${SAID[view] === '全部' ? '共' : SAID[view]} ${count} 件，新的在前。`;
}

/** Which ones: by matter, state, village, month of application, or by name, pinyin and number. */
function FilterBar({ filters, today, onChange }: { filters: Filters; today: string; onChange: (filters: Filters) => void }) {
  const [text, setText] = useState(filters.find ?? '');
  const post = usePost();
  const forms = useApiQuery<FormList>('casework.list-forms').data ?? [];
  const below = useApiQuery<readonly Below[]>('division.list-children', { division: post?.divisionId }, { enabled: post !== undefined }).data ?? [];
  const months = Array.from({ length: 12 }, (_, at) => addMonths(month(today.slice(0, 7)), -at));
  const pick = (key: keyof Filters, value: string | number | undefined) => {
    const { [key]: _left, ...rest } = filters;
    onChange(value === undefined || value === '' ? rest : { ...rest, [key]: value });
  };
  const matter = forms.find((form) => form.matter === filters.matter) ?? (forms.length === 1 ? forms[0] : undefined);
  return (
    <form className="filters" role="search" aria-label="查办件" onSubmit={(event) => { event.preventDefault(); pick('find', text.trim()); }}>
      {forms.length > 1 ? <Field label="事项">{(ids) => <select {...ids} className="input" value={filters.matter ?? ''} onChange={(event) => pick('matter', event.target.value)}><option value="">全部</option>{forms.map((form) => <option key={form.matter} value={form.matter}>{form.title}</option>)}</select>}</Field> : null}
      {matter === undefined ? null : <Field label="办到哪一步">{(ids) => <select {...ids} className="input" value={filters.state ?? ''} onChange={(event) => pick('state', event.target.value)}><option value="">全部</option>{matter.states.map((state) => <option key={state.id} value={state.id}>{state.title}</option>)}</select>}</Field>}
      {below.length === 0 ? null : <Field label={below[0]?.level === 'village' ? '村居' : '镇街'}>{(ids) => <select {...ids} className="input" value={filters.divisionId ?? ''} onChange={(event) => pick('divisionId', event.target.value === '' ? undefined : Number(event.target.value))}><option value="">全部</option>{below.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}</select>}</Field>}
      <Field label="申请的月份">{(ids) => <select {...ids} className="input" value={filters.month ?? ''} onChange={(event) => pick('month', event.target.value)}><option value="">全部</option>{months.map((one) => <option key={one} value={one}>{monthWords(one)}</option>)}</select>}</Field>
      <div className="field wide"><Field label="姓名、拼音首字母或案号">{(ids) => <input {...ids} className="input" type="search" value={text} onChange={(event) => setText(event.target.value)} />}</Field></div>
      <Button type="submit">查</Button>
    </form>
  );
}

export default definePage({ path: '/cases', title: '办件', go: 'c', tab: { label: '办件', order: 20 }, covers: ['S001', 'S216'], component: Cases });
