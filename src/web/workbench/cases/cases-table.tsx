import type { ReactNode } from 'react';
import { dayShort } from '../../ui/day-text.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column, type Ticks } from '../../ui/table.tsx';
import type { CaseList } from './api.ts';

type Line = CaseList['lines'][number];

const BACK: readonly string[] = ['refused', 'withdrawn', 'not-accepted', 'terminated'];

/** Where a case stands: its state while it runs, how it ended after, in the words of its procedure. */
export function CaseState({ line }: { line: Pick<Line, 'outcome' | 'stateTitle'> }) {
  if (line.outcome === null) return <>{line.stateTitle}</>;
  return <State kind={BACK.includes(line.outcome) ? 'back' : 'done'}>{line.stateTitle}</State>;
}

const columnsOn = (today: string): readonly Column<Line>[] => [
  { key: 'name', title: '申请人', phone: 'who', nowrap: true, cell: (line) => <>{line.name} <span className="quiet">{line.headcount} 人</span></> },
  { key: 'matter', title: '事项', phone: 'what', cell: (line) => line.matterTitle },
  { key: 'state', title: '办到', phone: 'state', nowrap: true, cell: (line) => <CaseState line={line} /> },
  { key: 'village', title: '村居', phone: 'why', cell: (line) => line.division },
  { key: 'opened', title: '申请', num: true, cell: (line) => dayShort(line.openedOn, today) },
  { key: 'since', title: '到这一步', num: true, cell: (line) => dayShort(line.stateSince, today) },
  { key: 'number', title: '案号', num: true, cell: (line) => <span className="quiet">{line.number}</span> },
];

/** Cases, newest first; each row opens its case. */
export function CasesTable({ lines, today, empty, ticks }: { lines: readonly Line[]; today: string; empty: ReactNode; ticks?: Ticks }) {
  return <Table caption="办件" columns={columnsOn(today)} rows={lines} {...(ticks === undefined ? {} : { ticks })} rowKey={(line) => String(line.id)} href={(line) => `/cases/${line.id}`} empty={empty} />;
}
