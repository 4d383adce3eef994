import type { RegisterFace, VersionRow } from '../../../kernel/records/face.ts';
import { Trail, type TrailItem } from '../../ui/trail.tsx';

const WHAT: Readonly<Record<VersionRow['what'], string>> = { opened: '登记', imported: '导入', changed: '变更', corrected: '更正', state: '', moved: '移交', 'taken-back': '撤回' };

/** 经过 of a record: each version with what it changed, by whom, when and why; what was known better later is struck through, with who knew better. */
export function RecordHistory({ face, history, today, onCorrect }: { face: RegisterFace; history: readonly VersionRow[]; today: string; onCorrect: ((version: VersionRow) => void) | undefined }) {
  const items = history.map((version, at): TrailItem => ({
    day: version.from, kind: at === history.length - 1 && version.corrected === null ? 'now' : 'act',
    title: <Struck when={isWhole(version, wrongOf(history, at))}>{titleOf(face, version)}</Struck>,
    note: <Note version={version} wrong={wrongOf(history, at)} onCorrect={version.corrected === null && version.what !== 'taken-back' ? onCorrect : undefined} />,
  }));
  return <Trail items={items} today={today} />;
}

/** What of a version was found wrong: the fields its correction changed; all of it where nothing stands in its place. Pure. */
export function wrongOf(history: readonly VersionRow[], at: number): ReadonlySet<string> {
  const version = history[at];
  if (version === undefined || version.corrected === null) return new Set();
  const right = history.slice(at + 1).find((later) => later.what === 'corrected' && later.from === version.from);
  return new Set((right ?? version).changes.map((change) => change.title));
}
const isWhole = (version: VersionRow, wrong: ReadonlySet<string>): boolean => version.corrected !== null && version.changes.length > 0 && version.changes.every((change) => wrong.has(change.title));

const titleOf = (face: RegisterFace, version: VersionRow): string => {
  const state = face.states[version.state]?.title ?? version.state;
  if (version.what === 'state') return `记为${state}`;
  return version.what === 'opened' || version.what === 'imported' ? `${WHAT[version.what]}，${state}` : WHAT[version.what];
};

function Struck({ when, children }: { when: boolean; children: React.ReactNode }) {
  return when ? <s>{children}</s> : <>{children}</>;
}

function Note({ version, wrong, onCorrect }: { version: VersionRow; wrong: ReadonlySet<string>; onCorrect: ((version: VersionRow) => void) | undefined }) {
  return (
    <>
      {version.changes.map((change) => <span className="changed" key={change.title}><Struck when={wrong.has(change.title)}>{change.title}：{change.from === '' ? '' : `${change.from} → `}<b className="filled">{change.to === '' ? '空着' : change.to}</b></Struck></span>)}
      {version.reason === '' ? '' : `${version.reason}。`}{version.by}，{version.on}
      {version.corrected === null ? null : <span className="law-ink">　{version.corrected.on} {version.corrected.by}更正{isWhole(version, wrong) ? '，不再算数' : `了${[...wrong].join('、') || '内容'}`}</span>}
      {onCorrect === undefined ? null : <button type="button" className="link noprint later" onClick={() => onCorrect(version)}>当时写错了，更正<span className="vh">{version.from}</span></button>}
    </>
  );
}
