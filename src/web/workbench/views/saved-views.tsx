import { useEffect, useRef, useState } from 'react';
import type { SavedView } from '../../../kernel/views/queries/list.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { useKeys } from '../../ui/keys.tsx';
import { writeAddress, type Asked } from './list-address.ts';

/** How a view is counted: the list's own query, asked for one row. */
export interface ViewCount { readonly query: string; readonly body: (asked: Asked) => unknown; readonly of: (answer: unknown) => number | undefined }

/** 常用视图 over a list: one's own and the office's, each with its count now; the choices that stand can be kept under a name. V keeps them. */
export function SavedViews({ list, asked, onPick, count }: { list: string; asked: Asked; onPick: (asked: Asked) => void; count?: ViewCount }) {
  const read = useApiQuery<readonly SavedView[]>('views.list', { list });
  const [saving, setSaving] = useState(false);
  const [sorting, setSorting] = useState(false);
  const views = read.data ?? [];
  const now = writeAddress(asked);
  const standing = views.find((view) => writeAddress(view.asked) === now);
  const chosen = Object.keys(asked).length > 0;
  useDefaultView(views, read.data !== undefined, asked, onPick);
  useKeys({ v: { title: standing === undefined ? '把现在的条件存为视图' : '管理视图', run: () => (standing === undefined && chosen ? setSaving(true) : setSorting(true)), when: () => chosen || views.length > 0 } });
  if (views.length === 0 && !chosen) return null;
  return (
    <div className="saved noprint">
      {views.length === 0 ? null : <fieldset className="views" aria-label="常用视图">{views.map((view) => <ViewTab key={view.id} view={view} lit={view === standing} count={count} onPick={onPick} />)}</fieldset>}
      {chosen && standing === undefined ? <Button kind="bare" onPress={() => setSaving(true)}>存为视图</Button> : null}
      {views.length > 0 ? <Button kind="bare" onPress={() => setSorting(true)}>管理视图</Button> : null}
      {saving ? <SaveDialog list={list} asked={asked} onClose={() => setSaving(false)} /> : null}
      {sorting ? <SortDialog list={list} views={views} onClose={() => setSorting(false)} /> : null}
    </div>
  );
}

/** A list opened plain shows the view this post wants to see first: once, when one comes. */
function useDefaultView(views: readonly SavedView[], known: boolean, asked: Asked, onPick: (asked: Asked) => void): void {
  const done = useRef(false);
  const plain = Object.keys(asked).length === 0;
  useEffect(() => {
    if (!known || done.current) return;
    done.current = true;
    const first = views.find((view) => view.first);
    if (first !== undefined && plain) onPick(first.asked);
  }, [known]); // oxlint-disable-line react-hooks/exhaustive-deps -- once, when the views are known
}

function ViewTab({ view, lit, count, onPick }: { view: SavedView; lit: boolean; count: ViewCount | undefined; onPick: (asked: Asked) => void }) {
  const read = useApiQuery<unknown>(count?.query ?? 'none', count?.body(view.asked) ?? {}, { enabled: count !== undefined, everyMs: 60_000 });
  const many = read.data === undefined ? undefined : count?.of(read.data);
  return <button type="button" aria-pressed={lit} onClick={() => onPick(lit ? {} : view.asked)}>{view.name}{view.shared && !view.mine ? <span className="quiet">（{view.madeBy}）</span> : null}{many === undefined ? null : <span className="quiet"> {many}</span>}</button>;
}

function SaveDialog({ list, asked, onClose }: { list: string; asked: Asked; onClose: () => void }) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useApiCommand('views.save');
  const send = async () => { if ((await save.run({ list, name, shared, asked })) !== undefined) onClose(); };
  return (
    <Dialog open title="把现在的条件存为视图" onClose={onClose}>
      <form className="told" onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <ErrorNote problem={save.fields.length > 0 ? undefined : save.problem} />
        <Field label="叫什么" help="例如：太平社区在办" error={save.fields[0]?.sentence}>{(ids) => <input {...ids} className="input" maxLength={20} value={name} onChange={(event) => setName(event.target.value)} />}</Field>
        <label className="switch"><input type="checkbox" role="switch" aria-checked={shared} checked={shared} onChange={(event) => setShared(event.target.checked)} />本单位的人都看得到</label>
        <p className="note">存的是条件，不是结果；打开时照那时的数列。查人的姓名、号码不存。</p>
        <div className="foot"><Button onPress={onClose}>不存了</Button><Button kind="main" type="submit" busy={save.busy}>存为视图</Button></div>
      </form>
    </Dialog>
  );
}

function SortDialog({ list, views, onClose }: { list: string; views: readonly SavedView[]; onClose: () => void }) {
  const remove = useApiCommand('views.remove');
  const first = useApiCommand('views.set-default');
  return (
    <Dialog open title="管理视图" onClose={onClose}>
      <ErrorNote problem={remove.problem ?? first.problem} />
      <ul className="ruled">{views.map((view) => (
        <li key={view.id}><p className="l1"><b>{view.name}</b><span className="quiet">{view.shared ? `本单位共用，${view.mine ? '您存的' : `${view.madeBy}存的`}` : '只有自己'}</span></p>
          <p className="acts"><Button kind="bare" onPress={() => void first.run({ list, view: view.first ? null : view.id })}>{view.first ? '打开时不先看它' : '打开时先看它'}</Button>{view.mine ? <Button kind="bare" onPress={() => void remove.run({ view: view.id })}>删掉</Button> : null}</p>
        </li>
      ))}</ul>
    </Dialog>
  );
}
