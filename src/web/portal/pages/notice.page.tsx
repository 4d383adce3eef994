import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { errorAt } from '../../forms/form-values.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { HeldBand } from '../../ui/held-band.tsx';
import { A } from '../../ui/link.tsx';
import { Money } from '../../ui/money.tsx';
import { Facts } from '../../ui/page-head.tsx';
import { useToday } from '../../ui/session.ts';
import type { PublicNotice } from '../parts/answers.ts';
import { dayAfterWords, dayWords, daysLeftWords } from '../parts/spoken.ts';
import { definePage } from '../shell/page.ts';

function Notice() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useApiQuery<PublicNotice>('notices.get-public', { noticeId: Number(id) }, { enabled: /^\d{1,15}$/.test(id) });
  const gone = !/^\d{1,15}$/.test(id) || (read.isError && (read.error.status === 404 || read.error.status === 410));
  if (gone) return <div className="cols rest"><section className="prose"><h1 tabIndex={-1}>这件公示已经结束</h1><p className="lead">公示只登到期满那天，过后不再显示。</p><p>还有话要说，可以打 <a href="tel:12345">12345</a>。</p><p className="acts"><A href="/notices">看正在公示的</A></p></section></div>;
  return <div className="cols rest notice"><Await read={read} what="公示" lines={4}>{(one) => <Shown one={one} />}</Await></div>;
}

function Shown({ one }: { one: PublicNotice }) {
  const today = useToday() ?? one.postedOn;
  return (
    <>
      <section>
        <p className="note">{one.division}，{one.office}公示</p>
        <h1 tabIndex={-1}><span className="ph">{one.proposed}{one.name}一家</span><span className="ph">{one.fen === 0 ? '为' : '领'}{one.matterTitle}</span></h1>
        <Facts items={[{ label: '几口人', value: `${one.headcount} 人` }, ...(one.fen === 0 ? [] : [{ label: '每月', value: <Money fen={one.fen} unit /> }]), { label: '贴在哪里', value: one.place }]} />
        <HeldBand title={`公示第 ${one.day} 天，共 ${one.days} 天`} limit={{ start: one.postedOn, due: one.endsOn, today, calendar: 'calendar' }}>
          {`${dayWords(one.postedOn, today)}至${dayWords(one.endsOn, today)}，${daysLeftWords(one.endsOn, today)}。没有人提意见，${dayAfterWords(one.endsOn, today)}就报去作决定。`}
        </HeldBand>
        <Object noticeId={one.id} />
      </section>
      <div className="side">
        <section className="help" aria-labelledby="then"><h2 id="then">提了意见以后</h2><p>镇区要重新查，查清楚了，再作决定。查的时候，{one.fen === 0 ? '不会认定' : '钱不会发'}。</p><p>您留了电话，查完会告诉您结果。谁提的，不告诉这一家。</p></section>
      </div>
    </>
  );
}

/** 提意见: anyone; what was said goes to the office, and the decision waits for the answer. */
function Object({ noticeId }: { noticeId: number }) {
  const object = useApiCommand<{ readonly objectionId: number }>('notices.object', { refresh: false });
  const [content, setContent] = useState('');
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [pressed, setPressed] = useState(false);
  if (object.answer !== undefined) {
    return (
      <section className="objected" role="status">
        <h2>收到了您的意见</h2>
        <p>编号 {object.answer.objectionId}。镇区先查清楚，再作决定。{contact.trim() === '' ? '您没有留电话，我们没法告诉您结果。' : `查完打 ${contact.trim()} 告诉您。`}</p>
      </section>
    );
  }
  const short = content.trim().length < 5 ? '请写清楚哪里不对，至少 5 个字。' : undefined;
  const send = () => {
    setPressed(true);
    if (short === undefined) void object.run({ noticeId, content: content.trim(), ...(name.trim() === '' ? {} : { name: name.trim() }), ...(contact.trim() === '' ? {} : { contact: contact.trim() }) });
  };
  return (
    <form className="object" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
      <h2>觉得不对，提意见</h2>
      <Field label="哪里不对" help="例如：家里有人开店，没有写进去。写您知道的事就行。" error={pressed ? (short ?? errorAt(object.fields, 'content')) : undefined} required>{(ids) => <textarea {...ids} className="input" rows={4} maxLength={1000} value={content} onChange={(event) => setContent(event.target.value)} />}</Field>
      <Field label="您的姓名" optional error={errorAt(object.fields, 'name')}>{(ids) => <input {...ids} className="input" maxLength={40} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />}</Field>
      <Field label="怎么找到您" optional help="写电话。只有办事的人看得到。" error={errorAt(object.fields, 'contact')}>{(ids) => <input {...ids} className="input" maxLength={60} inputMode="tel" autoComplete="tel" value={contact} onChange={(event) => setContact(event.target.value)} />}</Field>
      <ErrorNote problem={object.fields.length > 0 ? undefined : object.problem} kept="您写的都还在。" />
      <p className="acts"><Button kind="main" type="submit" busy={object.busy}>提交意见</Button></p>
    </form>
  );
}

export default definePage({ path: '/notices/$id', title: '公示', covers: ['S001'], component: Notice });
