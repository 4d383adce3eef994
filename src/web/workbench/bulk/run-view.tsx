import '../registers/ruled-list.css';
import { useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { A } from '../../ui/link.tsx';
import { State } from '../../ui/state.tsx';
import type { BulkRunView } from './api.ts';

const MOVING: readonly string[] = ['trying', 'running'];

/** An order for many: the trial, the word, the progress, and how each row fared. It goes on when this is closed. */
export function RunView({ run, whole = false, onGo, onClose }: { run: number; /** Every row is named, not only those that came back. */ whole?: boolean; onGo?: () => void; onClose?: () => void }) {
  const client = useQueryClient();
  const first = useApiQuery<BulkRunView>('bulk.get-run', { run });
  const moving = first.data === undefined || MOVING.includes(first.data.state);
  const read = useApiQuery<BulkRunView>('bulk.get-run', { run }, moving ? { everyMs: 600 } : {});
  const state = read.data?.state;
  const before = useRef(state);
  useEffect(() => {
    // the lists behind are taken again once, when the work is done
    if (before.current === 'running' && state === 'done') void client.invalidateQueries();
    before.current = state;
  }, [state, client]);
  return <Await read={read} what="批量办理" lines={4}>{(view) => <Shown view={view} whole={whole} {...(onGo === undefined ? {} : { onGo })} {...(onClose === undefined ? {} : { onClose })} />}</Await>;
}

function Shown({ view, whole, onGo, onClose }: { view: BulkRunView; whole: boolean; onGo?: () => void; onClose?: () => void }) {
  const go = useApiCommand('bulk.go');
  const stop = useApiCommand('bulk.stop');
  const { counts, unit } = view;
  const start = async () => { if ((await go.run({ run: view.run })) !== undefined) onGo?.(); };
  const main = useRef<HTMLDivElement>(null);
  useEffect(() => { main.current?.querySelector<HTMLElement>('.btn.main')?.focus(); }, [view.state]);
  const back = view.rows.filter((row) => row.state === 'refused' || row.state === 'left');
  return (
    <div className="told bulk-run">
      <p aria-live="polite" className="lead">{saidOf(view)}</p>
      {MOVING.includes(view.state) ? <progress max={counts.all} value={counts.all - counts.waiting - (view.state === 'running' ? counts.fits : 0)} aria-label="办到哪里" /> : null}
      <ErrorNote problem={go.problem ?? stop.problem} />
      {back.length === 0 ? null : (
        <section aria-label="办理结果"><h3>{view.state === 'trying' || view.state === 'tried' ? '这些办不了' : '这些没有办'}</h3>
          <ul className="ruled">{back.map((row) => <li key={row.id}><p className="l1">{row.href === null ? <span>{row.title}</span> : <A href={row.href}>{row.title}</A>}<span className="quiet">{row.note}</span></p><p className="note law-ink">{row.because ?? '停下了，没有办'}</p></li>)}</ul>
        </section>
      )}
      {whole ? <Others view={view} /> : null}
      <div className="foot acts" ref={main}>
        {view.state === 'done' || view.state === 'stopped' ? <ExportButton list="bulk.get-run" asked={{ run: view.run }}>导出结果</ExportButton> : null}
        {view.mine && (MOVING.includes(view.state) || view.state === 'tried') ? <Button onPress={() => void stop.run({ run: view.run })} busy={stop.busy}>{view.state === 'tried' ? '都不办了' : '停下'}</Button> : null}
        {view.state === 'tried' && view.mine && counts.fits > 0 ? <Button kind="main" onPress={() => void start()} busy={go.busy}>{view.title}，{counts.fits} {unit}</Button> : null}
        {view.state === 'done' || view.state === 'stopped' || (view.state === 'tried' && counts.fits === 0) ? (onClose === undefined ? null : <Button kind="main" onPress={onClose}>知道了</Button>) : null}
      </div>
    </div>
  );
}

const GOING: Readonly<Record<string, string>> = { fits: '可以办', waiting: '还没有试', done: '办好了' };

/** The rows that nothing stands against, each where it is now. */
function Others({ view }: { view: BulkRunView }) {
  const rows = view.rows.filter((row) => GOING[row.state] !== undefined);
  if (rows.length === 0) return null;
  return (
    <section aria-label="其余的"><h3>{view.title}</h3>
      <ul className="ruled">{rows.map((row) => <li key={row.id}><p className="l1">{row.href === null ? <span>{row.title}</span> : <A href={row.href}>{row.title}</A>}<State kind={row.state === 'done' ? 'done' : 'wait'}>{GOING[row.state]}</State></p>{row.note === '' ? null : <p className="note">{row.note}</p>}</li>)}</ul>
    </section>
  );
}

/** Where the order stands, in a sentence with its figures. */
function saidOf({ state, counts, unit, title }: BulkRunView) {
  const back = counts.refused === 0 ? '' : `，${counts.refused} ${unit}办不了`;
  switch (state) {
    case 'trying': return `正在逐${unit}试，试了 ${counts.all - counts.waiting} ${unit}，共 ${counts.all} ${unit}。`;
    case 'tried': return `试过了：${counts.fits} ${unit}可以办${back}。现在什么都还没有办。`;
    case 'running': return `正在办：办好 ${counts.done} ${unit}，共 ${counts.all} ${unit}。关上这一页也接着办。`;
    case 'done': return <><State kind={counts.refused === 0 ? 'done' : 'back'}>{title}</State>　办好 {counts.done} {unit}{counts.refused === 0 ? '' : `，退回 ${counts.refused} ${unit}`}。</>;
    case 'stopped': return `停下了：办好 ${counts.done} ${unit}${counts.left === 0 ? '' : `，${counts.left} ${unit}没有办`}${counts.refused === 0 ? '' : `，${counts.refused} ${unit}办不了`}。`;
  }
}
