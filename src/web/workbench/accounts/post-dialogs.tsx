import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { isDay, readWritten } from '../../forms/read-written.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { emptyPost, PostFields, readPost, type PostFaults } from './post-fields.tsx';
import type { AccountPage } from './words.ts';

type Post = AccountPage['history'][number];
type Roles = readonly { readonly role: string; readonly title: string }[];

/** 加岗位, or 调岗 in place of a post that is held: what excludes what is answered by the server with its reason. */
export function GivePost({ account, moving, today, roles, onClose }: { account: AccountPage; moving?: Post | undefined; today: string; roles: Roles; onClose: () => void }) {
  const command = useApiCommand(moving === undefined ? 'access.add-post' : 'access.move-post');
  const [post, setPost] = useState({ ...emptyPost(today), ...(moving === undefined ? {} : { role: moving.role }) });
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<PostFaults & { reason?: string }>({});
  const send = async () => {
    const read = readPost(post, today);
    const found = { ...('faults' in read ? read.faults : {}), ...(reason.trim() === '' ? { reason: '请写原因。' } : {}) };
    setFaults(found);
    if (Object.keys(found).length > 0 || 'faults' in read) return;
    const { to, ...rest } = read.post;
    if ((await command.run({ ...rest, reason: reason.trim(), ...(moving === undefined ? { account: account.id, to } : { post: moving.id }) })) !== undefined) onClose();
  };
  return (
    <Dialog open title={moving === undefined ? `给${account.name}加岗位` : `${account.name}调岗`} onClose={onClose} wide>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        {moving === undefined ? null : <p>现在是{moving.division}{moving.roleTitle}。从那天起换成下面的岗位，原来的止于前一天。</p>}
        <PostFields entry={post} onChange={setPost} faults={faults} roles={roles} withoutLast={moving !== undefined} />
        <Field label="原因" required error={faults.reason}>{(ids) => <input {...ids} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <ErrorNote problem={command.problem} kept="您写的都还在这里。" />
        <div className="foot"><Button onPress={onClose}>先不办</Button><Button kind="main" type="submit" busy={command.busy}>{moving === undefined ? '加岗位' : '调岗'}</Button></div>
      </form>
    </Dialog>
  );
}

/** 结束岗位 from a day on. */
export function EndPost({ post, name, today, onClose }: { post: Post; name: string; today: string; onClose: () => void }) {
  const command = useApiCommand('access.end-post');
  const [entry, setEntry] = useState({ on: today, reason: '' });
  const [faults, setFaults] = useState<{ on?: string; reason?: string }>({});
  const send = async () => {
    const on = readWritten('date', entry.on);
    const found = { ...(isDay(on) ? {} : { on: '日期没有看懂，写成 2014-12-01。' }), ...(entry.reason.trim() === '' ? { reason: '请写原因。' } : {}) };
    setFaults(found);
    if (Object.keys(found).length === 0 && (await command.run({ post: post.id, on, reason: entry.reason.trim() })) !== undefined) onClose();
  };
  return (
    <Dialog open title={`结束${name}的${post.roleTitle}岗位`} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <p>从那天起不再有{post.division}的这个岗位。办过的都还在。</p>
        <Field label="从哪天起不再任" required error={faults.on}>{(ids) => <input {...ids} className="input" value={entry.on} onChange={(event) => setEntry({ ...entry, on: event.target.value })} />}</Field>
        <Field label="原因" required error={faults.reason}>{(ids) => <input {...ids} className="input" value={entry.reason} onChange={(event) => setEntry({ ...entry, reason: event.target.value })} />}</Field>
        <ErrorNote problem={command.problem} />
        <div className="foot"><Button onPress={onClose}>先不结束</Button><Button kind="main" type="submit" busy={command.busy}>结束岗位</Button></div>
      </form>
    </Dialog>
  );
}
