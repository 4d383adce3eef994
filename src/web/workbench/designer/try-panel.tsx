import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import { query, useAsk } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import type { Design } from './design.ts';
import type { OpenSource } from './use-design.ts';

export type Trial = DoorOutput<typeof import('../../../kernel/records/own/queries/try-declaration.ts').default>;

/** 试一试: the old sheet it was begun from, rows pasted from another, or those the register has, held against the design as an import would. Nothing is written. */
export function TryPanel({ design, source, register, hasRows, onTried }: { design: Design; source: OpenSource | undefined; register: string | undefined; hasRows: boolean; onTried: (trial: Trial) => void }) {
  const [pasted, setPasted] = useState('');
  const { busy, problem, ask } = useAsk();
  const [tried, setTried] = useState<Trial | undefined>(undefined);
  const go = (on: object) => ask(async () => {
    const answer = await query<Trial>('records.try-declaration', { ...(register === undefined ? {} : { register }), declaration: design, ...on });
    setTried(answer);
    onTried(answer);
  });
  return (
    <Section title="试一试" note="什么也不写进去">
      {source === undefined ? null : <p className="acts"><Button busy={busy} onPress={() => void go({ source: source.source })}>用“{source.name}”试</Button><span className="quiet">整张表读一遍，和导入时一样</span></p>}
      <Field label={source === undefined ? '从旧表里连标题一起复制几行，贴在这里' : '或者，另贴几行来试'} help="列名和字段名对得上就认得；多余的列会告诉您">{(ids) => <textarea {...ids} className="input" rows={source === undefined ? 5 : 2} wrap="off" value={pasted} onChange={(event) => setPasted(event.target.value)} />}</Field>
      <p className="acts"><Button busy={busy} onPress={() => void go(pasted.trim() === '' ? {} : { source: { pasted } })}>{pasted.trim() === '' ? '看看设计还差什么' : '用这些行试'}</Button>{hasRows ? <Button busy={busy} onPress={() => void go({ present: true })}>用现有的记录试</Button> : null}</p>
      <ErrorNote problem={problem} kept="设计和贴的内容都还在。" />
      {tried === undefined ? null : <Outcome tried={tried} />}
    </Section>
  );
}

function Outcome({ tried: { problems, trial } }: { tried: Trial }) {
  return (
    <div className="trial" role="status">
      {problems.length === 0 ? <p><State kind="done">设计没有问题</State></p> : <><p><State kind="over">还有 {problems.length} 处</State></p><ul className="told-list">{problems.map((one) => <li key={`${one.path} ${one.sentence}`}>{one.sentence}</li>)}</ul></>}
      {trial === null ? null : (
        <>
          <p className="lead">{trial.rows} 行里 {trial.good} 行可以登记。{trial.good < trial.rows && trial.good > 0 ? '不能登记的，导入时取回来改。' : ''}{trial.unknown.length > 0 ? `这些列没有字段：${trial.unknown.join('、')}。` : ''}{trial.missing.length > 0 ? `这些字段表里没有：${trial.missing.join('、')}。` : ''}</p>
          {trial.remarks.length === 0 ? null : <ul className="told-list">{trial.remarks.slice(0, 40).map((one) => <li key={`${one.no} ${one.sentence}`}>第 {one.no} 行{one.title === '' ? '' : `（${one.title}）`}：{one.sentence}{one.then === 'warn' ? '（只提醒）' : ''}</li>)}{trial.remarks.length + trial.moreRemarks > 40 ? <li>还有 {trial.remarks.length + trial.moreRemarks - 40} 处。</li> : null}</ul>}
          <div className="table-scroll"><table className="table"><caption className="vh">试出来的名单</caption><thead><tr>{trial.list.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead><tbody>{trial.list.rows.map((row, at) => <tr key={at}>{row.map((cell, nth) => <td key={trial.list.columns[nth]}>{cell}</td>)}</tr>)}</tbody></table></div>
          <p className="note">{trial.byState.map((one) => `${one.title} ${one.count}`).join('　')}</p>
          {trial.counts.length === 0 ? null : <ul className="told-list">{trial.counts.map((one) => <li key={one.title}>{one.title}：{one.value === null ? '登记以后才数得出' : `${one.value} ${one.unit}`}</li>)}</ul>}
        </>
      )}
    </div>
  );
}
