import { useState } from 'react';
import { formatYuan, fen } from '../../../kernel/values/money.ts';
import { useApiCommand } from '../../api-client.ts';
import { readWritten } from '../../forms/read-written.ts';
import { Button } from '../../ui/button.tsx';
import { dayWithWeekday } from '../../ui/day-text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { useOpen } from '../../ui/link.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RollAnswer } from './roll-answer.ts';
import { StepDialog } from './step-dialog.tsx';
import { isDay } from '../../forms/read-written.ts';

type Asked = 'submit' | 'approve' | 'confirm' | 'send' | 'close' | 'send-back' | 'cancel';

/** What this post may do on the roll as it stands: the next step filled, the ways back beside it. Who must be another person is told, and decided by the server. */
export function RollSteps({ roll }: { roll: RollAnswer }) {
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const open = useOpen();
  const check = useApiCommand('payroll.check');
  const followUp = useApiCommand<{ readonly roll: number }>('payroll.draw-follow-up');
  const may = (step: string) => (roll.steps as readonly string[]).includes(step);
  const seen = { roll: roll.id, version: roll.version };
  const amount = `${formatYuan(fen(roll.totals.payable.fen))} 元`;
  const ready = roll.failures.filter((one) => one.open && (one.accountChanged || one.code === 'E099')).length;
  const close = () => setAsked(undefined);
  const drawFollowUp = async () => {
    const drawn = await followUp.run(seen);
    if (drawn !== undefined) open(`/rolls/${drawn.roll}`);
  };
  return (
    <>
      {may('cancel') ? <Button kind="bare" onPress={() => setAsked('cancel')}>作废</Button> : null}
      {may('check') ? <Button {...(roll.state === 'drawn' ? { kind: 'main' as const, hotkey: 'c' } : {})} busy={check.busy} onPress={() => void check.run(seen)}>{roll.state === 'drawn' ? '检查' : '再检查一遍'}</Button> : null}
      {may('submit') ? <Button kind="main" hotkey="a" hotkeyTitle="提交批准" onPress={() => setAsked('submit')} {...(roll.openFindings > 0 ? { waiting: `还有 ${roll.openFindings} 条检查结果没有处理` } : {})}>提交批准，{amount}</Button> : null}
      {may('send-back') ? <Button onPress={() => setAsked('send-back')}>退回经办</Button> : null}
      {may('approve') ? <Button kind="main" hotkey="a" hotkeyTitle="批准" onPress={() => setAsked('approve')}>批准，{amount}</Button> : null}
      {may('confirm') ? <Button kind="main" hotkey="a" hotkeyTitle="财政确认" onPress={() => setAsked('confirm')}>财政确认，{amount}</Button> : null}
      {may('send') ? <Button kind="main" hotkey="a" hotkeyTitle="送银行" onPress={() => setAsked('send')}>送银行，{amount}</Button> : null}
      {may('follow-up') && roll.failures.some((one) => one.open) ? <Button kind="main" hotkey="r" hotkeyTitle="编制补发册" busy={followUp.busy} onPress={() => void drawFollowUp()} {...(ready === 0 ? { waiting: '退回的户还没有改好账号' } : {})}>编制补发册{ready === 0 ? '' : `，${ready} 户`}</Button> : null}
      {may('close') ? <Button {...(roll.failures.some((one) => one.open) ? {} : { kind: 'main' as const, hotkey: 'a' })} onPress={() => setAsked('close')}>关账</Button> : null}
      <ErrorNote problem={check.problem ?? followUp.problem} />
      <Dialogs roll={roll} asked={asked} close={close} />
    </>
  );
}

function Dialogs({ roll, asked, close }: { roll: RollAnswer; asked: Asked | undefined; close: () => void }) {
  const submit = useApiCommand<unknown>('payroll.submit');
  const approve = useApiCommand<unknown>('payroll.approve');
  const confirm = useApiCommand<unknown>('payroll.confirm');
  const sendBack = useApiCommand('payroll.send-back');
  const cancel = useApiCommand('payroll.cancel');
  const seen = { roll: roll.id, version: roll.version };
  const { payable, held } = roll.totals;
  const common = { figure: payable.fen, count: `${payable.lines.toLocaleString('en-US')} 户${held.lines > 0 ? `，另有 ${held.lines} 户暂缓，不在内` : ''}`, signed: signedBy(roll), onClose: close, body: () => seen };
  const amount = `${formatYuan(fen(payable.fen))} 元`;
  return (
    <>
      <StepDialog open={asked === 'submit'} title="提交批准" submit={`提交，${amount}`} step={submit} {...common}><p>提交以后要由另一位同事批准，您自己不能批。</p></StepDialog>
      <StepDialog open={asked === 'approve'} title="批准这一册" submit={`批准，${amount}`} step={approve} {...common}><p>批准的人不能是编制、检查、提交的人。批准以后不能再改，只能暂缓个别户。</p></StepDialog>
      <StepDialog open={asked === 'confirm'} title="财政确认" submit={`确认，${amount}`} step={confirm} {...common}><p>确认的人不能是编制、提交、批准的人。确认以后就可以送银行。</p></StepDialog>
      <SendDialog roll={roll} open={asked === 'send'} common={common} amount={amount} />
      <CloseDialog roll={roll} open={asked === 'close'} common={common} />
      <ReasonDialog open={asked === 'send-back'} title="退回经办" label="为什么退回" submit="退回经办" busy={sendBack.busy} problem={sendBack.problem} onClose={close} what={<p>经办改好以后重新检查、提交。</p>}
        onSubmit={(reason) => void sendBack.run({ ...seen, reason }).then((done) => { if (done !== undefined) close(); })} />
      <ReasonDialog open={asked === 'cancel'} title="作废这一册" label="为什么作废" submit={`作废 ${roll.number}`} busy={cancel.busy} problem={cancel.problem} onClose={close} what={<p>{common.count}，{amount}，都不再应发。这个月可以重新编制。</p>}
        onSubmit={(reason) => void cancel.run({ ...seen, reason }).then((done) => { if (done !== undefined) close(); })} />
    </>
  );
}

interface Common { readonly figure: number; readonly count: string; readonly signed: string; readonly onClose: () => void; readonly body: () => { readonly roll: number; readonly version: number } }

function SendDialog({ roll, open, common, amount }: { roll: RollAnswer; open: boolean; common: Common; amount: string }) {
  const send = useApiCommand<unknown>('payroll.send');
  const [typed, setTyped] = useState(roll.payBy.day);
  const day = readWritten('date', typed);
  const readable = isDay(day);
  return (
    <StepDialog open={open} title="送银行" submit={`生成代发文件，${amount}`} step={send} {...common} body={() => ({ ...common.body(), ...(readable ? { payDate: day } : {}) })}>
      <Field label="请银行哪天入账" help={readable ? dayWithWeekday(day) : '写成 2014-12-10'}>{(ids) => <input {...ids} className="input" value={typed} onChange={(event) => setTyped(event.target.value)} />}</Field>
      <p>送出以后不能撤回。文件只生成一次，再下载还是同一份。{roll.totals.held.lines > 0 ? `暂缓的 ${roll.totals.held.lines} 户不送。` : ''}</p>
    </StepDialog>
  );
}

function CloseDialog({ roll, open, common }: { roll: RollAnswer; open: boolean; common: Common }) {
  const close = useApiCommand<unknown>('payroll.close');
  const [reason, setReason] = useState('');
  const left = roll.failures.filter((one) => one.open).length;
  return (
    <StepDialog open={open} title="关账" submit={`关账，${monthOf(roll.month)}`} step={close} {...common} figure={roll.bank.paid.fen} count={`到账 ${roll.bank.paid.lines.toLocaleString('en-US')} 笔`}
      body={() => ({ ...common.body(), ...(reason.trim() === '' ? {} : { carryReason: reason.trim() }) })}>
      <p>关账以后这一册不再变。随时可以重新编制核对，指纹必须相同。</p>
      {left === 0 ? null : <Field label={`还有 ${left} 笔退回没有补发，为什么留到下月`} required help="下月的花名册会自动带上这些户">{(ids) => <input {...ids} className="input" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}</Field>}
    </StepDialog>
  );
}

const monthOf = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;

const WORDS: Readonly<Record<string, string>> = { draw: '编制', check: '检查', submit: '提交', approve: '批准', confirm: '财政确认', send: '送银行' };

/** 编制 12-01 梁可欣；提交 12-02 梁可欣。 */
function signedBy(roll: RollAnswer): string {
  const last = new Map(roll.events.filter((event) => WORDS[event.step] !== undefined).map((event) => [event.step, event]));
  const parts = [...last.values()].map((event) => `${WORDS[event.step]} ${event.on.slice(5)} ${event.by}`);
  return parts.length === 0 ? '' : `${parts.join('；')}。`;
}
