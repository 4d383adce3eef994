import { useState } from 'react';
import type { ColumnMeaning, ImportPlan, Present, SheetRead } from '../../../kernel/contract/register-import.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Section } from '../../ui/page-head.tsx';
import { usePost, useSignedIn } from '../../ui/session.ts';
import { DayField } from './filter-bar.tsx';
import { PickDivision } from './pick-division.tsx';

/** 对列: what each column of the sheet is taken for, once; the next sheet with the same headings is understood by itself. */
export function ImportColumns({ face, sheet, busy, onPlan, onAgain }: { face: RegisterFace; sheet: SheetRead; busy: boolean; onPlan: (plan: ImportPlan) => void; onAgain: () => void }) {
  const { today } = useSignedIn();
  const post = usePost();
  const [columns, setColumns] = useState<Readonly<Record<string, ColumnMeaning>>>(() => Object.fromEntries(sheet.columns.map((column) => [column.at, column.meaning])));
  const [way, setWay] = useState<readonly number[]>(post === undefined ? [] : [post.divisionId]);
  const [openedOn, setOpenedOn] = useState(today);
  const [state, setState] = useState(face.first);
  const [asked, setAsked] = useState(false);
  const { meanings } = sheet;
  const [openedFrom, setOpenedFrom] = useState(sheet.openedFrom ?? '');
  const [present, setPresent] = useState<Present>('skip');
  const dates = face.fields.filter((field) => field.kind === 'date' && Object.values(columns).includes(field.key));
  const taken = Object.values(columns).filter((one): one is string => one !== null);
  const missing = meanings.filter((one) => one.required && !taken.includes(one.value)).map((one) => one.title);
  const twice = meanings.filter((one) => taken.filter((other) => other === one.value).length > 1).map((one) => one.title);
  const wrong = twice.length > 0 ? `两列都对到了“${twice.join('、')}”，请留一列。` : missing.length > 0 ? `还没有哪一列是“${missing.join('、')}”，这几项必填。` : way.length === 0 ? '请选归哪里。' : undefined;
  const go = () => {
    setAsked(true);
    const division = way.at(-1);
    if (wrong === undefined && division !== undefined) onPlan({ columns, division, openedOn: dates.some((field) => field.key === openedFrom) ? openedFrom : openedOn, state, present });
  };
  return (
    <form className="told" noValidate onSubmit={(event) => { event.preventDefault(); go(); }}>
      <Section title="二、对列" note={sheet.remembered ? '照上次这样的表头对的' : '认得的已经对上，请看一遍'}>
        <div className="table-wrap"><table className="table"><caption className="vh">表里的列和台账的栏</caption>
          <thead><tr><th scope="col">表里的列</th><th scope="col">前几格</th><th scope="col">对到</th></tr></thead>
          <tbody>{sheet.columns.map((column) => (
            <tr key={column.at}><th scope="row">{column.heading === '' ? `第 ${column.at + 1} 列` : column.heading}</th><td className="quiet">{column.samples.filter((one) => one !== '').slice(0, 3).join('；')}</td>
              <td><select className="input" aria-label={`${column.heading}对到`} value={columns[column.at] ?? ''} onChange={(event) => setColumns({ ...columns, [column.at]: event.target.value === '' ? null : event.target.value })}><option value="">不读</option>{meanings.map((one) => <option key={one.value} value={one.value}>{one.title}</option>)}</select></td></tr>
          ))}</tbody></table></div>
      </Section>
      {sheet.into !== null ? null : (
        <Section title="表里没写的，按这个">
          <div className="filters">
            <PickDivision label="归哪里" {...(post === undefined ? {} : { own: { id: post.divisionId, name: post.divisionName } })} value={way} onChange={setWay} />
            {dates.length === 0 ? null : <Field label="开始日期取自" help="哪一年新增的，按这个日子数">{(ids) => <select {...ids} className="input" value={openedFrom} onChange={(event) => setOpenedFrom(event.target.value)}><option value="">都按右边这一天</option>{dates.map((field) => <option key={field.key} value={field.key}>{field.title}</option>)}</select>}</Field>}
            {dates.some((field) => field.key === openedFrom) ? null : <DayField label="从哪一天起" value={openedOn} onChange={setOpenedOn} />}
            <Field label="状态">{(ids) => <select {...ids} className="input" value={state} onChange={(event) => setState(event.target.value)}>{Object.entries(face.states).map(([id, one]) => <option key={id} value={id}>{one.title}</option>)}</select>}</Field>
          </div>
        </Section>
      )}
      <Choice legend="台账里已经有的" name="present" value={present} onChange={setPresent} options={[{ value: 'skip', title: '跳过' }, ...(sheet.into === null ? [{ value: 'change' as const, title: '按表里的变更' }] : []), { value: 'refuse', title: '算作错，列出来' }]} />
      {asked && wrong !== undefined ? <p className="law-ink" role="alert">{wrong}</p> : null}
      <p className="acts"><Button onPress={onAgain}>换一张表</Button><Button kind="main" type="submit" busy={busy}>先试一遍，{sheet.rows.toLocaleString('en-US')} 行</Button></p>
    </form>
  );
}
