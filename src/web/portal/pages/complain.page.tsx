import '../../forms/forms.css';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { errorAt } from '../../forms/form-values.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import type { Gettable } from '../parts/answers.ts';
import { PlacePicker, type Place } from '../parts/place-picker.tsx';
import { dayWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

type About = 'household' | 'office' | 'staff';
interface Followed { readonly state: string; readonly receivedOn: string; readonly answerBy: string | null; readonly reply: string | null }

/** 投诉举报: anyone, with a name or without; and how far one's own is. */
function Complain() {
  return (
    <div className="cols rest">
      <section>
        <h1 tabIndex={-1}>投诉举报</h1>
        <p className="lead">知道有人冒领，或者办事的人做得不对，在这里说。不用登录，可以不留姓名。</p>
        <Lodge />
      </section>
      <div className="side">
        <Follow />
        <section className="help" aria-labelledby="who-sees"><h2 id="who-sees">谁看得到</h2><p>您留了姓名的，或者反映机关、工作人员的，只有纪检看得到，被反映的机关看不到。</p><p>实名举报件件要查，查完要答复您。也可以打 <a href="tel:12345">12345</a>。</p></section>
      </div>
    </div>
  );
}

function Lodge() {
  const command = useApiCommand<{ number: string; code: string }>('complaints.lodge', { refresh: false });
  const [about, setAbout] = useState<About>('household');
  const [matter, setMatter] = useState('');
  const [place, setPlace] = useState<Place>({ town: '', village: '' });
  const [content, setContent] = useState('');
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [pressed, setPressed] = useState(false);
  const matters = useApiQuery<readonly Gettable[]>('benefits.what-can-i-get').data ?? [];
  const chosen = matter === '' ? (matters[0]?.matter ?? '') : matter;
  const division = about === 'household' ? place.village : place.town;
  const short = content.trim().length < 5 ? '请写清楚什么事，至少 5 个字。' : undefined;
  if (command.answer !== undefined) {
    return <section className="objected" role="status"><h2>收到了</h2><p>编号 <b>{command.answer.number}</b>，查询码 <b>{command.answer.code}</b>。请抄下来，凭这两个可以查办到哪里。</p><p>{name.trim() === '' && contact.trim() === '' ? '您没有留姓名，查完在这里看结果。' : '查完会告诉您；您登录着的，答复也在“消息”里。'}</p></section>;
  }
  const send = () => {
    setPressed(true);
    if (short !== undefined || division === '' || chosen === '') return;
    void command.run({ about, division, matter: chosen, content: content.trim(), ...(name.trim() === '' ? {} : { name: name.trim() }), ...(contact.trim() === '' ? {} : { contact: contact.trim() }) });
  };
  return (
    <form className="object" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      <Choice legend="要说的是" name="about" options={[{ value: 'household', title: '一户人家' }, { value: 'office', title: '办事的机关' }, { value: 'staff', title: '工作人员' }]} value={about} onChange={setAbout} />
      {matters.length > 1 ? <Choice legend="关于哪一样" name="matter" options={matters.map((one) => ({ value: one.matter, title: one.get }))} value={chosen} onChange={setMatter} /> : null}
      <PlacePicker place={place} onChange={setPlace} deep={about === 'household'} error={pressed && division === '' ? '请选在哪里。' : undefined} />
      <Field label="什么事" help="写谁、什么时候、什么事。写您知道的就行。" error={pressed ? (short ?? errorAt(command.fields, 'content')) : undefined} required>{(ids) => <textarea {...ids} className="input" rows={5} maxLength={2000} value={content} onChange={(event) => setContent(event.target.value)} />}</Field>
      <Field label="您的姓名" optional>{(ids) => <input {...ids} className="input" maxLength={40} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />}</Field>
      <Field label="怎么找到您" optional help="写电话。">{(ids) => <input {...ids} className="input" maxLength={60} inputMode="tel" autoComplete="tel" value={contact} onChange={(event) => setContact(event.target.value)} />}</Field>
      <ErrorNote problem={command.problem} kept="您写的都还在。" />
      <p className="acts"><Button kind="main" type="submit" busy={command.busy}>提交</Button></p>
    </form>
  );
}

function Follow() {
  const [typed, setTyped] = useState({ number: '', code: '' });
  const [asked, setAsked] = useState<typeof typed | undefined>(undefined);
  const read = useApiQuery<Followed>('complaints.follow', asked, { enabled: asked !== undefined });
  return (
    <section aria-labelledby="follow">
      <h2 id="follow">办到哪里了</h2>
      <form className="object" onSubmit={(event) => { event.preventDefault(); setAsked({ number: typed.number.trim(), code: typed.code.trim() }); }}>
        <Field label="编号">{(ids) => <input {...ids} className="input" maxLength={40} placeholder="ZS-TS-2014-000001" value={typed.number} onChange={(event) => setTyped({ ...typed, number: event.target.value })} />}</Field>
        <Field label="查询码">{(ids) => <input {...ids} className="input" maxLength={12} autoComplete="off" value={typed.code} onChange={(event) => setTyped({ ...typed, code: event.target.value })} />}</Field>
        <p className="acts"><Button type="submit">查</Button></p>
      </form>
      {asked === undefined ? null : <Await read={read} what="办到哪里" lines={2}>{(one) => <p role="status">{dayWords(one.receivedOn, undefined)}收到，{one.state}。{one.reply ?? (one.answerBy === null ? '' : `${dayWords(one.answerBy, undefined)}前有结果。`)}</p>}</Await>}
    </section>
  );
}

export default definePage({ path: '/complain', title: '投诉举报', covers: ['S025', 'S215'], component: Complain });
