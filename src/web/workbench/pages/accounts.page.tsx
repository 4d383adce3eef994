import '../accounts/accounts.css';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { PageHead, Section, Views } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { OpenAccount } from '../accounts/open-account.tsx';
import { STATES, type AccountLine, type AccountList, type AccountState } from '../accounts/words.ts';
import { definePage } from '../shell/page.ts';

type View = 'all' | AccountState;
interface BulkAnswer { readonly results: readonly { readonly account: number; readonly done: boolean; readonly why: string | null }[] }

const columnsOn = (may: boolean, ticked: ReadonlySet<number>, tick: (id: number) => void): readonly Column<AccountLine>[] => [
  { key: 'name', title: '姓名', phone: 'who', nowrap: true, cell: (row) => row.name },
  ...(may ? [{ key: 'tick', title: '选', cell: (row: AccountLine) => (row.state === 'disabled' ? null : <input type="checkbox" aria-label={`选${row.name}`} checked={ticked.has(row.id)} onChange={() => tick(row.id)} />) }] : []),
  { key: 'login', title: '账号', cell: (row) => <span className="code">{row.login}</span> },
  { key: 'posts', title: '岗位', phone: 'what', cell: (row) => (row.posts.length === 0 ? <span className="quiet">没有在任的岗位</span> : row.posts.map((post) => <span key={post.id} className="line">{post.division} {post.roleTitle}{post.actingFor === null ? '' : `（代${post.actingFor}）`}<br /></span>)) },
  { key: 'last', title: '最近登录', num: true, phone: 'why', cell: (row) => (row.lastSignIn === null ? <span className="quiet">没有</span> : instantWords(row.lastSignIn)) },
  { key: 'state', title: '状态', phone: 'state', nowrap: true, cell: (row) => <State kind={STATES[row.state].kind}>{STATES[row.state].title}{row.state === 'dormant' ? ` ${row.idleDays} 天` : ''}</State> },
];

/** 账号与岗位: who has an account in the area, with which posts, and how it stands. */
function Accounts() {
  const [view, setView] = useState<View>('all');
  const [asked, setAsked] = useState<{ find?: string; role?: string }>({});
  const [skip, setSkip] = useState(0);
  const [opening, setOpening] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [closing, setClosing] = useState(false);
  const may = usePost()?.role === 'administrator';
  const wanted = { ...asked, ...(view === 'all' ? {} : { state: view }) };
  const read = useApiQuery<AccountList>('access.list-accounts', { ...wanted, skip, limit: 100 });
  const tick = (id: number) => setTicked((now) => { const next = new Set(now); if (!next.delete(id)) next.add(id); return next; });
  const look = (next: View) => { setView(next); setSkip(0); };
  return (
    <div className="page">
      <PageHead title="账号与岗位" lead={read.data === undefined ? undefined : said(read.data.counts)}>
        {may ? <Button kind="main" hotkey="n" onPress={() => setOpening(true)}>开通账号</Button> : null}
        {may ? <Button onPress={() => setClosing(true)} {...(ticked.size === 0 ? { waiting: '先选人' } : {})}>停用选中的{ticked.size === 0 ? '' : ` ${ticked.size} 个`}</Button> : null}
        <ExportButton list="access.list-accounts" asked={wanted} />
      </PageHead>
      <Views label="看哪些" views={[{ value: 'all', title: '全部' }, ...(Object.keys(STATES) as AccountState[]).map((state) => ({ value: state, title: STATES[state].title }))]} value={view} onChange={look} />
      <Search roles={read.data?.roles ?? []} onAsk={(next) => { setAsked(next); setSkip(0); }} />
      <Await read={read} what="账号" lines={8}>{(list) => (
        <>
          <Table caption="账号与岗位" columns={columnsOn(may, ticked, tick)} rows={list.accounts} rowKey={(row) => String(row.id)} href={(row) => `/accounts/${row.id}`} empty={<Empty>没有合条件的账号。</Empty>} />
          <p className="acts table-foot">{skip === 0 ? null : <Button onPress={() => setSkip(skip - 100)}>前 100 个</Button>}{skip + 100 < list.total ? <Button onPress={() => setSkip(skip + 100)}>后 100 个</Button> : null}</p>
          <Rules rules={list.rules} />
          {opening ? <OpenAccount today={list.today} roles={list.roles} onClose={() => setOpening(false)} /> : null}
          {closing ? <CloseMany accounts={list.accounts.filter((one) => ticked.has(one.id))} onClose={() => { setClosing(false); setTicked(new Set()); }} /> : null}
        </>
      )}</Await>
    </div>
  );
}

const said = (counts: AccountList['counts']): string => {
  const asleep = counts['dormant'] ?? 0;
  return `辖区内 ${counts['in-use'] ?? 0} 个在用，${counts['never-used'] ?? 0} 个还没登录过，${counts['disabled'] ?? 0} 个停用${(counts['locked'] ?? 0) > 0 ? `，${counts['locked']} 个锁定` : ''}。${asleep > 0 ? `${asleep} 个长期没有登录，要么停用，要么说明留用。` : ''}`;
};

function Search({ roles, onAsk }: { roles: AccountList['roles']; onAsk: (asked: { find?: string; role?: string }) => void }) {
  const [find, setFind] = useState('');
  const [role, setRole] = useState('');
  const ask = (nextRole: string) => onAsk({ ...(find.trim() === '' ? {} : { find: find.trim() }), ...(nextRole === '' ? {} : { role: nextRole }) });
  return (
    <form className="filters" role="search" aria-label="查账号" onSubmit={(event) => { event.preventDefault(); ask(role); }}>
      <Field label="岗位">{(ids) => <select {...ids} className="input" value={role} onChange={(event) => { setRole(event.target.value); ask(event.target.value); }}><option value="">全部</option>{roles.map((one) => <option key={one.role} value={one.role}>{one.title}</option>)}</select>}</Field>
      <div className="field wide"><Field label="姓名或账号">{(ids) => <input {...ids} className="input" type="search" value={find} onChange={(event) => setFind(event.target.value)} />}</Field></div>
      <Button type="submit">查</Button>
    </form>
  );
}

/** Several at once: the reason is written once, each is closed or refused by itself. */
function CloseMany({ accounts, onClose }: { accounts: readonly AccountLine[]; onClose: () => void }) {
  const command = useApiCommand<BulkAnswer>('access.disable-accounts');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  const send = async () => { if (reason.trim() === '') setFault('请写原因。'); else await command.run({ accounts: accounts.map((one) => one.id), reason: reason.trim() }); };
  if (command.answer !== undefined) {
    const back = command.answer.results.filter((one) => !one.done);
    return (
      <Dialog open title={`停用 ${command.answer.results.length - back.length} 个${back.length > 0 ? `，退回 ${back.length} 个` : ''}`} onClose={onClose} foot={<Button kind="main" onPress={onClose}>知道了</Button>}>
        {back.length === 0 ? <p>都停用了，各处登录已经退出。</p> : <ul className="sessions">{back.map((one) => <li key={one.account}><p>{accounts.find((each) => each.id === one.account)?.name ?? one.account}</p><p className="note law-ink">{one.why}</p></li>)}</ul>}
      </Dialog>
    );
  }
  return (
    <Dialog open title={`停用 ${accounts.length} 个账号`} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>{accounts.map((one) => one.name).join('、')}。登录马上退出，岗位止于今天。有等着办的要交给同事，请一个一个打开来停。</p>
        <Field label="原因" required error={fault}>{(ids) => <input {...ids} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <ErrorNote problem={command.problem} />
        <div className="foot"><Button onPress={onClose}>先不停用</Button><Button kind="main" type="submit" busy={command.busy}>停用 {accounts.length} 个</Button></div>
      </form>
    </Dialog>
  );
}

const RULES: readonly Column<AccountList['rules'][number]>[] = [
  { key: 'title', title: '规则', phone: 'who', cell: (row) => row.title },
  { key: 'value', title: '现在', phone: 'state', num: true, cell: (row) => `${row.value} ${row.unit}` },
  { key: 'why', title: '依据', phone: 'what', cell: (row) => <>{row.document} {row.clause}{row.own ? <><br /><span className="note">条文要求有，数由本系统自己定</span></> : null}</> },
];

function Rules({ rules }: { rules: AccountList['rules'] }) {
  return <Section title="登录规则"><div className="rules-of-sign-in"><Table caption="登录规则" columns={RULES} rows={rules} rowKey={(row) => row.title} /></div></Section>;
}

export default definePage({ path: '/accounts', title: '账号与岗位', tab: { label: '账号', order: 88 }, roles: ['administrator', 'auditor'], covers: ['S215'], component: Accounts });
