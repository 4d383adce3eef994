import '../registers/ruled-list.css';
import '../accounts/accounts.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { instantWords } from '../../ui/instant-words.ts';
import { accountEventTitle, signInTitle } from '../../ui/own-account.tsx';
import { PageHead, Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { AccountDeed, DisableAccount, type Deed } from '../accounts/account-dialogs.tsx';
import { EndPost, GivePost } from '../accounts/post-dialogs.tsx';
import { STATES, type AccountList, type AccountPage } from '../accounts/words.ts';
import { definePage } from '../shell/page.ts';

type Post = AccountPage['history'][number];
type Open = { readonly what: Deed | 'disable' | 'add' } | { readonly what: 'move' | 'end'; readonly post: Post };

function OneAccount() {
  const { accountId } = useParams({ strict: false }) as { accountId: string };
  const read = useApiQuery<AccountPage>('access.get-account', { account: Number(accountId) });
  return <div className="page"><Await read={read} what="这个账号" lines={8}>{(account) => <Sheet account={account} />}</Await></div>;
}

const isNow = (post: Post, today: string): boolean => post.from <= today && (post.to === null || post.to > today);
const columnsOn = (account: AccountPage, onOpen: (open: Open) => void): readonly Column<Post>[] => [
  { key: 'role', title: '岗位', phone: 'who', cell: (row) => <>{row.division} {row.roleTitle}{row.actingFor === null ? '' : `（代${row.actingFor}）`}</> },
  { key: 'from', title: '从哪天', num: true, phone: 'what', cell: (row) => row.from },
  { key: 'to', title: '到哪天前', num: true, cell: (row) => row.to ?? <span className="quiet">一直</span> },
  { key: 'now', title: '现在', phone: 'state', nowrap: true, cell: (row) => (isNow(row, account.today) ? <State kind="mine">在任</State> : row.from > account.today ? <State kind="wait">还没到</State> : <State kind="done">已结束</State>) },
  { key: 'work', title: '等着办的', num: true, cell: (row) => { const work = account.work.find((one) => one.post === row.id); return work === undefined ? <span className="quiet">无</span> : work.tasks + work.errands; } },
  ...(account.mayPost ? [{ key: 'act', title: '办理', phone: 'why' as const, cell: (row: Post) => (row.to !== null && row.to <= account.today ? null : <><Button kind="bare" onPress={() => onOpen({ what: 'move', post: row })}>调岗</Button><Button kind="bare" onPress={() => onOpen({ what: 'end', post: row })}>结束</Button></>) }] : []),
];

/** One account: its posts over time, where it is signed in, what was done to it and by whom. */
function Sheet({ account }: { account: AccountPage }) {
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const roles = useApiQuery<AccountList>('access.list-accounts', { limit: 1 }).data?.roles ?? [];
  const close = () => setOpen(undefined);
  const off = account.state === 'disabled';
  return (
    <>
      <PageHead over={<>账号 <span className="code">{account.login}</span></>} title={account.name} lead={<Lead account={account} />}>
        {account.mayPost && !off ? <Button kind="main" onPress={() => setOpen({ what: 'add' })}>加岗位</Button> : null}
        {account.mayPost && account.state === 'locked' ? <Button onPress={() => setOpen({ what: 'unlock' })}>解锁</Button> : null}
        {!account.mayManage ? null : off ? <Button kind="main" onPress={() => setOpen({ what: 'enable' })}>重新启用</Button> : (
          <>
            <Button onPress={() => setOpen({ what: 'reset' })}>重设密码</Button>
            {account.sessions.length === 0 ? null : <Button onPress={() => setOpen({ what: 'sessions' })}>强制退出</Button>}
            {account.state === 'dormant' ? <Button onPress={() => setOpen({ what: 'keep' })}>说明留用</Button> : null}
            <Button onPress={() => setOpen({ what: 'disable' })}>停用</Button>
          </>
        )}
      </PageHead>
      {account.mayPost && !account.mayManage ? <p className="note">这位同事在您的辖区以外也有岗位，停用和重设密码由上级管理员办。</p> : null}
      <Section title="一、岗位"><Table caption="岗位" columns={columnsOn(account, setOpen)} rows={account.history} rowKey={(row) => String(row.id)} empty={<Empty>辖区内没有岗位。</Empty>} /></Section>
      <Section title="二、现在的登录" note={account.sessions.length === 0 ? undefined : `${account.sessions.length} 处`}>
        {account.sessions.length === 0 ? <p className="note">现在没有登录。</p> : <ul className="ruled">{account.sessions.map((one) => <li key={one.id}><p className="l1"><span>{one.device}</span><span>{instantWords(one.since)} 登录</span></p><p className="note">{instantWords(one.lastSeen)} 用过</p></li>)}</ul>}
      </Section>
      <Section title="三、账号事项">{account.events.length === 0 ? <p className="note">安装时开通，以后没有变动。</p> : <ul className="ruled">{account.events.map((one) => <li key={one.id}><p className="l1"><span>{accountEventTitle(one.kind)}{one.post === null ? '' : `：${one.post}`}</span><span>{instantWords(one.at)}</span></p><p className="note">{one.by}：{one.reason}</p></li>)}</ul>}</Section>
      <Section title="四、登录记录" note="最近 50 次">{account.signIns.length === 0 ? <p className="note">还没有登录过。</p> : <ul className="ruled">{account.signIns.map((one) => <li key={one.id}><p className="l1"><span className={one.kind === 'signed-in' || one.kind === 'signed-out' || one.kind === 'began' ? undefined : 'law-ink'}>{signInTitle(one.kind)}</span><span>{instantWords(one.at)}</span></p><p className="note">{one.device}</p></li>)}</ul>}</Section>
      {open === undefined ? null : open.what === 'add' ? <GivePost account={account} today={account.today} roles={roles} onClose={close} />
        : open.what === 'move' ? <GivePost account={account} moving={open.post} today={account.today} roles={roles} onClose={close} />
        : open.what === 'end' ? <EndPost post={open.post} name={account.name} today={account.today} onClose={close} />
        : open.what === 'disable' ? <DisableAccount account={account} onClose={close} /> : <AccountDeed deed={open.what} account={account} onClose={close} />}
    </>
  );
}

function Lead({ account }: { account: AccountPage }) {
  const held = account.history.filter((post) => isNow(post, account.today)).length;
  return <><State kind={STATES[account.state].kind}>{STATES[account.state].title}</State>　{held === 0 ? '今天没有在任的岗位' : `在任 ${held} 个岗位`}，{account.lastSignIn === null ? '还没有登录过' : `最近 ${instantWords(account.lastSignIn)} 登录`}{account.lockedUntil === null ? '' : `，锁到 ${instantWords(account.lockedUntil)}`}。{instantWords(account.openedAt).slice(0, 10)} 开通。</>;
}

export default definePage({ path: '/accounts/$accountId', title: '账号', under: '/accounts', roles: ['administrator', 'auditor'], covers: ['S215'], component: OneAccount });
