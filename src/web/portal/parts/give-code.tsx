import { useState } from 'react';
import { addMonthsToDay } from '../../../kernel/values/add-months-to-day.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { errorAt } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Checklist, Choice, Field } from '../../ui/field.tsx';
import { useSignedIn } from '../../ui/session.ts';
import type { Gettable } from './answers.ts';

type Months = '1' | '3' | '6' | '12';
const MONTHS = [{ value: '1', title: '一个月' }, { value: '3', title: '三个月' }, { value: '6', title: '半年' }, { value: '12', title: '一年' }] as const;

/** Who, what they may do, for how long; then a code to be told to them, shown once. */
export function GiveCode() {
  const { account, today } = useSignedIn();
  const matters = (useApiQuery<readonly Gettable[]>('benefits.what-can-i-get').data ?? []).filter((one) => one.applies);
  const issue = useApiCommand<{ readonly code: string; readonly until: string }>('mandates.issue-code', { refresh: false });
  const [helper, setHelper] = useState('');
  const [relation, setRelation] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [months, setMonths] = useState<Months>('3');
  const [pressed, setPressed] = useState(false);
  if (issue.answer !== undefined) {
    return (
      <div className="objected" role="status">
        <h3>把这个授权码告诉{helper}</h3>
        <p className="code-shown" aria-label={[...issue.answer.code].join(' ')}>{issue.answer.code.slice(0, 4)} {issue.answer.code.slice(4)}</p>
        <p>只告诉{helper}本人。民政的人不会问您要。</p>
        <p>他用自己的账号登录，点“替别人办”，写您的姓名“{account.name}”和这个码。一天以内有用，用一次就没了。</p>
        <p className="acts"><Button onPress={() => { issue.clear(); setHelper(''); setRelation(''); setTicked([]); setPressed(false); }}>再请一个人</Button></p>
      </div>
    );
  }
  const send = () => {
    setPressed(true);
    if (helper.trim() === '' || relation.trim() === '' || ticked.length === 0) return;
    void issue.run({ helperName: helper.trim(), relation: relation.trim(), matters: ticked, to: addMonthsToDay(today as PlainDate, Number(months)) });
  };
  const missing = (empty: boolean, sentence: string, key: string) => (pressed && empty ? sentence : errorAt(issue.fields, key));
  return (
    <form className="object" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      <Field label="请谁" help="写身份证上的姓名" required error={missing(helper.trim() === '', '请写请谁。', 'helperName')}>{(ids) => <input {...ids} className="input" maxLength={50} autoComplete="off" value={helper} onChange={(event) => setHelper(event.target.value)} />}</Field>
      <Field label="是您的什么人" help="女儿、邻居、社工……" required error={missing(relation.trim() === '', '请写是您的什么人。', 'relation')}>{(ids) => <input {...ids} className="input" maxLength={30} autoComplete="off" value={relation} onChange={(event) => setRelation(event.target.value)} />}</Field>
      <Checklist legend="请他办什么" options={matters.map((one) => ({ value: one.matter, title: one.get }))} ticked={ticked} error={missing(ticked.length === 0, '请选办什么。', 'matters')} onToggle={(one) => setTicked(ticked.includes(one) ? ticked.filter((other) => other !== one) : [...ticked, one])} />
      <Choice legend="多久" name="months" options={MONTHS} value={months} onChange={setMonths} />
      <ErrorNote problem={issue.fields.length > 0 ? undefined : issue.problem} kept="您写的都还在。" />
      <p className="acts"><Button kind="main" type="submit" busy={issue.busy}>给他授权码</Button></p>
    </form>
  );
}
