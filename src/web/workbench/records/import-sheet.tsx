import { useState } from 'react';
import type { SheetRead, SheetSource } from '../../../kernel/contract/register-import.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { Field } from '../../ui/field.tsx';

/** Which sheet of the workbook, what its rows are, and where its headings stand: found already, and changed here where that was wrong. */
export function SheetChoice({ face, source, sheet, onSource }: { face: RegisterFace; source: SheetSource; sheet: SheetRead; onSource: (source: SheetSource) => void }) {
  const [row, setRow] = useState(String(sheet.headRows.at(0) ?? 1));
  const take = () => { const wanted = Number(row); if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 30 && wanted !== sheet.headRows[0]) onSource({ ...source, headRow: wanted }); };
  return (
    <div className="filters section">
      {sheet.sheets.length < 2 ? null : <Field label="工作表">{(ids) => <select {...ids} className="input" value={sheet.name} onChange={(event) => onSource({ ...source, sheet: event.target.value, headRow: undefined, into: undefined })}>{sheet.sheets.map((one) => <option key={one.name} value={one.name}>{one.name}（{one.rows} 行{one.hidden ? '，隐藏的' : ''}）</option>)}</select>}</Field>}
      {face.subRecords.length === 0 ? null : <Field label="一行是">{(ids) => <select {...ids} className="input" value={sheet.into ?? ''} onChange={(event) => onSource({ ...source, into: event.target.value })}><option value="">{face.title}的一{face.unit}</option>{face.subRecords.map((sub) => <option key={sub.id} value={sub.id}>{sub.title}的一{sub.unit}</option>)}</select>}</Field>}
      <Field label="表头在第几行">{(ids) => <input {...ids} className="input short" inputMode="numeric" value={row} onChange={(event) => setRow(event.target.value)} onBlur={take} onKeyDown={(event) => { if (event.key === 'Enter') take(); }} />}</Field>
    </div>
  );
}
