import { Empty } from '../../../../web/ui/empty.tsx';
import { Count, Money } from '../../../../web/ui/money.tsx';
import { Section } from '../../../../web/ui/page-head.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import type { RosterPreview, RosterRemark } from '../queries/preview-roster.ts';

/** More lines than anyone reads on a screen; the rest stands in the sheet of bad rows. */
const SHOWN = 300;

const COLUMNS: readonly Column<RosterRemark>[] = [
  { key: 'who', title: '谁', phone: 'who', nowrap: true, cell: (remark) => remark.who || (remark.row === 0 ? '整张表' : '没有姓名') },
  { key: 'row', title: '第几行', num: true, phone: 'state', cell: (remark) => (remark.row === 0 ? '' : remark.row) },
  { key: 'column', title: '哪一格', phone: 'why', nowrap: true, cell: (remark) => [remark.column, remark.cell].filter(Boolean).join(' ') || '整行' },
  { key: 'sentence', title: '哪里不对，怎么改', phone: 'what', cell: (remark) => remark.sentence },
];
const NOTES: readonly Column<RosterRemark>[] = COLUMNS.map((column) => (column.key === 'sentence' ? { ...column, title: '怎样读的' } : column));

/** The state of a roster in one sentence, with its figures. */
export function PreviewLead({ preview }: { preview: RosterPreview }) {
  const { good, bad, lines } = preview;
  if (good.households === 0) return <>这份花名册 <Count of={lines} /> 人，没有一户能导入。先按下面说的改好。</>;
  const rest = bad.households === 0 ? '没有发现问题。' : `${bad.households.toLocaleString('en-US')} 户有问题，先不导入；改好后再导入，已导入的不会重复。`;
  return <><Count of={good.households} /> 户 <Count of={good.persons} /> 人可以导入，每月共 <Money fen={good.fen} unit />。{rest}</>;
}

/** What is wrong, line by line, then what was put right or left unread. */
export function PreviewTables({ preview }: { preview: RosterPreview }) {
  const { errors, notes, unread, otherSheets } = preview;
  const key = (remark: RosterRemark): string => `${remark.row} ${remark.cell} ${remark.code} ${remark.sentence}`;
  return (
    <>
      <Section title="要改的" note={errors.length > SHOWN ? `只列前 ${SHOWN} 处，共 ${errors.length} 处；下载的表里每处都写明` : undefined}>
        <Table caption="花名册里要改的地方" columns={COLUMNS} rows={errors.slice(0, SHOWN)} rowKey={key} empty={<Empty>没有要改的地方。</Empty>} />
      </Section>
      {notes.length === 0 ? null : (
        <Section title="请看一眼" note={notes.length > SHOWN ? `只列前 ${SHOWN} 处，共 ${notes.length} 处` : '不影响导入'}>
          <Table caption="照这样读入的地方" columns={NOTES} rows={notes.slice(0, SHOWN)} rowKey={key} />
        </Section>
      )}
      {unread.length + otherSheets.length === 0 ? null : (
        <Section title="没有读的">
          {unread.length === 0 ? null : <p>这几列没有读：{unread.join('、')}。</p>}
          {otherSheets.length === 0 ? null : <p>这几张工作表没有读：{otherSheets.join('、')}。</p>}
        </Section>
      )}
    </>
  );
}
