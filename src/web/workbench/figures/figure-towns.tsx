import { Table, type Column } from '../../ui/table.tsx';
import type { Cell } from './figure-rows.tsx';
import { numberText, type FigureAnswer } from './figure-answer.ts';

type Town = FigureAnswer['breakdown'][number];

/** The figure by town, urban and rural; a row chosen shows its rows below. */
export function FigureTowns({ figure, cell, onCell }: { figure: FigureAnswer; cell: Cell; onCell: (cell: Cell) => void }) {
  const { unit, kind } = figure.indicator;
  const largest = Math.max(1, ...figure.breakdown.map((town) => town.all.value ?? 0));
  const columns: readonly Column<Town>[] = [
    { key: 'place', title: '镇街', phone: 'who', cell: (row) => <button type="button" className="link plain" onClick={() => onCell({ ...cell, place: row.place.id })}>{row.place.name}</button> },
    { key: 'all', title: `合计（${unit}）`, num: true, phone: 'state', cell: (row) => numberText(row.all.value, unit) },
    { key: 'urban', title: '城镇', num: true, phone: 'what', cell: (row) => numberText(row.urban.value, unit) },
    { key: 'rural', title: '农村', num: true, phone: 'why', cell: (row) => numberText(row.rural.value, unit) },
    { key: 'rows', title: '行数', num: true, cell: (row) => row.all.rows.toLocaleString('en-US') },
  ];
  const withBar: readonly Column<Town>[] = [...columns, { key: 'bar', title: '', cell: (row) => <span className="bar-cell"><svg width="160" height="12" viewBox="0 0 160 12" aria-hidden="true"><rect x="0" y="1" height="10" width={((row.all.value ?? 0) / largest) * 160} /></svg></span> }];
  return (
    <div className="town-table">
      <Table caption="按镇街" columns={withBar} rows={figure.breakdown} rowKey={(row) => String(row.place.id)} selected={cell.place === undefined ? undefined : String(cell.place)}
        total={{ cells: { place: '合计', all: numberText(figure.all.value, unit), urban: numberText(figure.urban.value, unit), rural: numberText(figure.rural.value, unit), rows: figure.all.rows.toLocaleString('en-US') }, answer: 'all' }} />
      {kind === 'ratio' ? <p className="note">比率不能相加：合计是总额除以总人月。</p> : null}
    </div>
  );
}
