import { Money } from '../../ui/money.tsx';
import { State } from '../../ui/state.tsx';
import type { MyGrant, MyPayment } from './answers.ts';
import { dayWords, monthWords } from './spoken.ts';

/** The amount a month, and what became of the last payment. */
export function GrantFigure({ grant, today, headingId }: { grant: MyGrant; today: string; headingId: string }) {
  const [last] = grant.payments;
  return (
    <>
      <h2 id={headingId}>我家的{grant.title}</h2>
      {grant.state === 'active' ? <p className="fig"><Money fen={grant.fen} /><small>元／月</small></p> : <p><State kind="back">{grant.state === 'suspended' ? '已经暂停发放' : `已经停发${grant.lastMonth === null ? '' : `，发到${monthWords(grant.lastMonth, today)}`}`}</State></p>}
      {grant.state === 'active' || last === undefined ? <p className="kv">{last === undefined ? <span className="note">{monthWords(grant.firstMonth, today)}起发，还没有发过。</span> : <LastPayment payment={last} today={today} />}</p> : null}
    </>
  );
}

function LastPayment({ payment, today }: { payment: MyPayment; today: string }) {
  return <><PaymentState payment={payment} today={today} /><span className="note">{dayWords(payment.on, today)}{payment.kind === 'returned' && payment.reason !== null ? `，${payment.reason}` : ''}</span></>;
}

/** 12月的钱已到账 */
export function PaymentState({ payment, today }: { payment: MyPayment; today: string }) {
  const month = monthWords(payment.month, today);
  return payment.kind === 'paid' ? <State kind="done">{month}的钱已到账</State> : <State kind="back">{month}的钱没有转进去，退回了</State>;
}
