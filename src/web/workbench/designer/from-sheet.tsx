import { useState } from 'react';
import type { SheetSource } from '../../../kernel/contract/register-import.ts';
import type { ColumnUse, DesignFromSheet } from '../../../kernel/records/own/design-face.ts';
import { query, useAsk, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/page-head.tsx';
import { ImportSource } from '../records/import-source.tsx';
import { KINDS, type Design } from './design.ts';
import type { OpenSource } from './use-design.ts';

type Begin = (design: Design, source: OpenSource) => void;

/** 从旧表开始: the sheet is read, each column proposed as a field; the user corrects what was taken wrongly and goes on in the designer. */
export function FromSheet({ onDesign, onPlain }: { onDesign: Begin; onPlain: () => void }) {
  const [from, setFrom] = useState<OpenSource | undefined>(undefined);
  if (from !== undefined) return <ReadSheet key={JSON.stringify(from.source)} from={from} onFrom={setFrom} onAgain={() => setFrom(undefined)} onDesign={onDesign} />;
  return (
    <>
      <ImportSource kept="还没有设计什么。" onSource={(source, name) => setFrom({ source, name })} />
      <Section title="没有旧表" note="从空白开始，一个一个加字段"><p className="acts"><Button onPress={onPlain}>从空白开始</Button></p></Section>
    </>
  );
}

function ReadSheet({ from, onFrom, onAgain, onDesign }: { from: OpenSource; onFrom: (from: OpenSource) => void; onAgain: () => void; onDesign: Begin }) {
  const read = useApiQuery<DesignFromSheet>('records.guess-declaration', { source: from.source });
  if (read.isError && read.data === undefined) return <ErrorNote problem={read.error} kept="还没有设计什么。"><Button kind="main" onPress={onAgain}>换一张表</Button></ErrorNote>;
  return <Await read={read} what="这张表" lines={8}>{(sheet) => <Columns from={from} sheet={sheet} onFrom={onFrom} onAgain={onAgain} onDesign={onDesign} />}</Await>;
}

/** What every record has, not kept in a field of its own; and what is left behind. */
const EVERY: readonly { readonly value: ColumnUse; readonly title: string }[] = [
  { value: '$town', title: '镇街（登记在哪里）' }, { value: '$village', title: '村居（登记在哪里）' }, { value: '$division', title: '区划（登记在哪里）' }, { value: '$state', title: '状态' }, { value: '$since', title: '到这个状态的日子' }, { value: '$openedOn', title: '从哪天起登记' },
];
const NOT_READ: ColumnUse = '$none';
const FIELDS = KINDS.filter((kind) => kind.value !== 'link' && kind.value !== 'files');

function Columns({ from, sheet, onFrom, onAgain, onDesign }: { from: OpenSource; sheet: DesignFromSheet; onFrom: (from: OpenSource) => void; onAgain: () => void; onDesign: Begin }) {
  const [uses, setUses] = useState<Readonly<Record<string, ColumnUse>>>({});
  const { busy, problem, ask } = useAsk();
  const useOf = (at: number, guessed: ColumnUse): ColumnUse => uses[at] ?? guessed;
  const fields = sheet.columns.filter((column) => !useOf(column.at, column.use).startsWith('$')).length;
  const go = () => ask(async () => {
    const { declaration } = Object.keys(uses).length === 0 ? sheet : await query<DesignFromSheet>('records.guess-declaration', { source: from.source, uses });
    onDesign(declaration, from);
  });
  return (
    <>
      <p className="lead" role="status">读到 <b>{sheet.rows.toLocaleString('en-US')} 行、{sheet.columns.length} 列</b>，{fields} 列做成字段。看错的改一改，别的下一步都还能改。</p>
      <SheetPlace from={from} sheet={sheet} onFrom={onFrom} />
      <Section title="每一列做成什么" note="照表里写的内容猜的">
        <div className="table-wrap"><table className="table from-sheet"><caption className="vh">旧表的列</caption>
          <thead><tr><th scope="col">表里的列</th><th scope="col">前几格</th><th scope="col">做成</th><th scope="col">为什么</th></tr></thead>
          <tbody>{sheet.columns.map((column) => (
            <tr key={column.at}><th scope="row">{column.heading}</th><td className="quiet">{column.samples.join('；')}</td>
              <td><select className="input" aria-label={`${column.heading}做成`} value={useOf(column.at, column.use)} onChange={(event) => setUses({ ...uses, [column.at]: event.target.value as ColumnUse })}>
                <optgroup label="字段">{FIELDS.map((kind) => <option key={kind.value} value={kind.value}>{kind.title}</option>)}</optgroup>
                <optgroup label="每条都有的">{EVERY.map((one) => <option key={one.value} value={one.value}>{one.title}</option>)}</optgroup>
                <option value={NOT_READ}>不要</option>
              </select></td><td className="quiet">{uses[column.at] === undefined ? column.why : '您选的'}</td></tr>
          ))}</tbody></table></div>
      </Section>
      <ErrorNote problem={problem} kept="您选的还在。" />
      <p className="acts"><Button onPress={onAgain}>换一张表</Button><Button kind="main" busy={busy} onPress={() => void go()}>照这样设计，{fields} 个字段</Button></p>
    </>
  );
}

/** Which sheet, and where its headings stand: only where that may be wrong. */
function SheetPlace({ from, sheet, onFrom }: { from: OpenSource; sheet: DesignFromSheet; onFrom: (from: OpenSource) => void }) {
  const [row, setRow] = useState(String(sheet.headRows[0] ?? 1));
  const put = (part: Partial<Pick<SheetSource, 'sheet' | 'headRow'>>) => onFrom({ ...from, source: { ...from.source, ...part } });
  const take = () => { const wanted = Number(row); if (Number.isInteger(wanted) && wanted >= 1 && wanted <= 30 && wanted !== sheet.headRows[0]) put({ headRow: wanted }); };
  return (
    <div className="filters section">
      {sheet.sheets.length < 2 ? null : <Field label="工作表">{(ids) => <select {...ids} className="input" value={sheet.sheet} onChange={(event) => put({ sheet: event.target.value, headRow: undefined })}>{sheet.sheets.map((one) => <option key={one.name} value={one.name}>{one.name}（{one.rows} 行）</option>)}</select>}</Field>}
      <Field label="表头在第几行">{(ids) => <input {...ids} className="input short" inputMode="numeric" value={row} onChange={(event) => setRow(event.target.value)} onBlur={take} onKeyDown={(event) => { if (event.key === 'Enter') take(); }} />}</Field>
    </div>
  );
}
