import type { ChangePreview, PreviewSide } from '../../../kernel/casework/preview-change.ts';
import { sumRows } from '../cases/case-sum.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Sum } from '../../ui/sum.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { monthLong } from '../registers/words.ts';
import './change-preview.css';

type MonthRow = ChangePreview['months'][number];

const MONTHS: readonly Column<MonthRow>[] = [
  { key: 'month', title: '月份', phone: 'who', nowrap: true, cell: (row) => monthLong(row.month) },
  { key: 'before', title: '已编（元）', num: true, phone: 'what', cell: (row) => <Money fen={row.before} /> },
  { key: 'after', title: '应发（元）', num: true, cell: (row) => <Money fen={row.after} /> },
  { key: 'difference', title: '差额（元）', num: true, phone: 'state', cell: (row) => <Money fen={row.after - row.before} difference /> },
];

/** 预览: what would follow if it were decided today, side by side with what is. Nothing of it is recorded. */
export function ChangePreviewSheet({ preview }: { preview: ChangePreview }) {
  return (
    <div className="change-preview">
      {preview.conflicts.length === 0 ? null : <div className="error-note" role="alert"><p className="what">这样报还办不了：</p><ul>{preview.conflicts.map((line) => <li key={line}>{line}</li>)}</ul></div>}
      <p className="lead">{preview.words}。{preview.from === null ? <b className="law-ink">{preview.fromMissing}</b> : <>今天决定的话，从 <b>{monthLong(preview.from)}</b>起。</>}</p>
      {preview.sides.map((side) => <Side key={side.title} side={side} />)}
      {preview.months.length === 0 ? null : (
        <Section title="已编的月份" note="多出的补发；少的按扣回办法分期扣">
          <Table caption="已编的月份差额" columns={MONTHS} rows={preview.months} rowKey={(row) => row.month} empty={null} />
        </Section>
      )}
      {preview.notes.map((line) => <p key={line} className="note">{line}</p>)}
    </div>
  );
}

function Side({ side }: { side: PreviewSide }) {
  const { assessment } = side;
  return (
    <Section title={side.title} note={<Outcome side={side} />}>
      <div className="change-sides">
        <Members title="现在" fen={side.beforeFen} people={side.before.map((one) => ({ ...one, fresh: false }))} />
        <Members title="变更后" fen={assessment === null ? 0 : assessment.outcome === 'granted' ? assessment.fen : null} people={side.after} />
      </div>
      {assessment === null || assessment.outcome === 'unknown' ? null : <Sum caption={`${side.title}怎么算的`} rows={sumRows(assessment)} />}
      {assessment === null || assessment.outcome === 'granted' ? null : <p className="note">{assessment.explanation}</p>}
    </Section>
  );
}

function Outcome({ side }: { side: PreviewSide }) {
  if (side.assessment === null) return <State kind="wait">没有人了，停发</State>;
  switch (side.assessment.outcome) {
    case 'granted': return <State kind="done">符合，继续发</State>;
    case 'refused': return <State kind="over">不再符合，停发或渐退</State>;
    case 'unknown': return <State kind="held">还缺情况，算不出</State>;
  }
}

function Members({ title, fen, people }: { title: string; fen: number | null; people: readonly { readonly name: string; readonly relation: string; readonly fresh: boolean }[] }) {
  return (
    <div>
      <h3>{title}<span className="note">{people.length} 人，每月 {fen === null ? '待定' : <Money fen={fen} unit />}</span></h3>
      <ul className="ruled">{people.length === 0 ? <li><p className="note">没有人</p></li> : people.map((one, at) => <li key={at} className={one.fresh ? 'now' : undefined}><p className="l1"><span className="filled">{one.name}</span><span>{one.relation}</span></p></li>)}</ul>
    </div>
  );
}
