import { useState } from 'react';
import type { Form } from '../../../kernel/contract/form.ts';
import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { useApiCommand } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dayLong, dayShort } from '../../ui/day-text.ts';
import { HeldBand } from '../../ui/held-band.tsx';
import { State } from '../../ui/state.tsx';
import type { CaseDetail, CaseNotice } from './api.ts';
import { FormDialog } from './form-dialog.tsx';

type Objection = CaseNotice['objections'][number];

export const scopeWords = (scope: CaseNotice['scope']): string => (scope === 'town' ? '镇街公示' : '审批前公示');

const OBJECT: Form = { id: 'objection', title: '登记异议', sections: [{ id: 'objection', title: '异议', fields: [
  { key: 'content', title: '反映了什么', help: '照原话写，写清时间、地点。', kind: 'long-text', required: true, maxLength: 1000 },
  { key: 'name', title: '反映人', help: '不愿意留名的，不写。只有经办的人看得到。', kind: 'text', maxLength: 40 },
  { key: 'contact', title: '联系方式', kind: 'text', maxLength: 60 },
] }] };
const ANSWER: Form = { id: 'answer', title: '答复异议', sections: [{ id: 'answer', title: '答复', fields: [
  { key: 'outcome', title: '调查下来', kind: 'choice', required: true, options: [{ value: 'rejected', title: '异议不成立，公示照旧' }, { value: 'upheld', title: '异议成立，撤回公示，重新调查' }] },
  { key: 'reply', title: '答复的话', help: '写给反映的人看。怎么查的，查到什么。', kind: 'long-text', required: true, maxLength: 1000 },
] }] };

/** 公示 that holds the case now: which day of how many, what was made public, and the objections to it. */
export function NoticeBand({ detail, mayAnswer }: { detail: CaseDetail; mayAnswer: boolean }) {
  const [writing, setWriting] = useState(false);
  const { notice, today } = detail;
  if (notice === null || notice.withdrawnOn !== null || (detail.stateKind !== 'held' && !notice.running)) return null;
  const words = !notice.running ? '公示已满' : notice.day === 0 ? '公示中，明天是第 1 天' : `公示中，第 ${notice.day} 天，共 ${notice.days} 天`;
  const open = notice.objections.filter((one) => one.answer === null).length;
  return (
    <HeldBand title={words} limit={{ start: notice.postedOn, due: notice.endsOn, today, calendar: 'calendar' }}>
      <p>{notice.running ? `${dayLong(notice.endsOn)} 24 时满。满期前不能作出决定。` : open > 0 ? `还有 ${open} 件异议没有答复，答复了才能作决定。` : '可以往下办了。'}</p>
      <p className="note">{notice.place}，{notice.name}，{notice.headcount} 人{notice.fen === 0 ? '' : `，${formatYuan(notice.fen as Fen)} 元`}。</p>
      {notice.objections.map((objection) => <ObjectionLine key={objection.id} objection={objection} today={today} mayAnswer={mayAnswer} />)}
      <div className="acts waiting-why">
        {notice.running ? <Button hotkey="o" onPress={() => setWriting(true)}>登记异议</Button> : null}
        <ButtonLink href={`/cases/${detail.caseId}/notice`}>打印公示单</ButtonLink>
      </div>
      {writing ? <ObjectDialog noticeId={notice.id} onClose={() => setWriting(false)} /> : null}
    </HeldBand>
  );
}

function ObjectDialog({ noticeId, onClose }: { noticeId: number; onClose: () => void }) {
  const command = useApiCommand('notices.register-objection');
  return (
    <FormDialog title="登记异议" form={OBJECT} submit="记下这件异议" command={command} onClose={onClose} onDone={onClose}
      body={(values) => ({ noticeId, content: values['content'], ...(values['name'] ? { name: values['name'] } : {}), ...(values['contact'] ? { contact: values['contact'] } : {}) })} />
  );
}

export function ObjectionLine({ objection, today, mayAnswer }: { objection: Objection; today: string; mayAnswer: boolean }) {
  const [answering, setAnswering] = useState(false);
  const command = useApiCommand('notices.answer-objection');
  const { answer } = objection;
  return (
    <div className="objection">
      <p><State kind={answer === null ? 'over' : answer.outcome === 'upheld' ? 'back' : 'done'}>{answer === null ? '有异议，没有答复' : answer.outcome === 'upheld' ? '异议成立' : '异议不成立'}</State></p>
      <p>{objection.content}</p>
      <p className="note">{dayShort(objection.receivedOn, today)} {objection.how === 'desk' ? '窗口收到' : '网上收到'}</p>
      {answer === null ? (mayAnswer ? <p><Button onPress={() => setAnswering(true)}>答复这件异议</Button></p> : null) : <p className="note">{dayShort(answer.on, today)} {answer.by}答复：{answer.reply}</p>}
      {answering ? (
        <FormDialog title="答复异议" form={ANSWER} submit="答复" command={command} onClose={() => setAnswering(false)} onDone={() => setAnswering(false)}
          body={(values) => ({ objectionId: objection.id, outcome: values['outcome'], reply: values['reply'] })}>
          <p className="filled">{objection.content}</p>
        </FormDialog>
      ) : null}
    </div>
  );
}
