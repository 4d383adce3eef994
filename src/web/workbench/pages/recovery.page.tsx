import '../registers/ruled-list.css';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { OverpaidMonth } from '../../../kernel/benefits/overpaid.ts';
import type { Form } from '../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Money } from '../../ui/money.tsx';
import { Gloss, PageHead, Section } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { FormDialog } from '../cases/form-dialog.tsx';
import { monthLong } from '../registers/words.ts';
import { definePage } from '../shell/page.ts';

type Recovery = DoorOutput<typeof import('../../../kernel/benefits/queries/get-recovery.ts').default>;

const COLUMNS: readonly Column<OverpaidMonth>[] = [
  { key: 'month', title: '月份', phone: 'who', nowrap: true, cell: (row) => monthLong(row.month) },
  { key: 'paid', title: '到账（元）', num: true, cell: (row) => <Money fen={row.paidFen} /> },
  { key: 'due', title: '应发（元）', num: true, phone: 'what', cell: (row) => <Money fen={row.dueFen} /> },
  { key: 'over', title: '多发（元）', num: true, phone: 'state', cell: (row) => <Money fen={row.overpaidFen} /> },
  { key: 'back', title: '已扣回（元）', num: true, cell: (row) => <Money fen={row.recoveredFen} /> },
  { key: 'rest', title: '还差（元）', num: true, phone: 'why', cell: (row) => <Money fen={row.overpaidFen - row.recoveredFen} /> },
];
const STATUS: Readonly<Record<string, string>> = { paid: '已扣', sent: '等银行', open: '在册', held: '暂缓', failed: '退回', withdrawn: '撤出', nothing: '本月不付' };

function RecoveryPage() {
  const { grantId } = useParams({ strict: false }) as { grantId: string };
  const read = useApiQuery<Recovery>('benefits.get-recovery', { grant: Number(grantId) });
  return <div className="page"><Await read={read} what="多发与扣回" lines={6}>{(one) => <Shown one={one} />}</Await></div>;
}

function Shown({ one }: { one: Recovery }) {
  const [planning, setPlanning] = useState(false);
  const may = ['payroll-officer', 'approver'].includes(usePost()?.role ?? '');
  const plan = one.plans[0];
  return (
    <>
      <PageHead over={`${one.head}，户号 ${one.household}`} title="多发与扣回" lead={one.overpaidFen === 0 ? '按台账，没有多发。' : <>多发 <b><Money fen={one.overpaidFen} unit /></b>，已扣回 <Money fen={one.recoveredFen} unit />，还差 <b className="law-ink"><Money fen={one.restFen} unit /></b>。{plan === undefined ? '还没有定扣回办法。' : ''}</>}>
        <ButtonLink href={`/households/${one.householdId}`}>回到这一户</ButtonLink>
        {may && one.restFen > 0 ? <Button kind="main" onPress={() => setPlanning(true)}>{plan === undefined ? '定扣回办法' : '改扣回办法'}</Button> : null}
      </PageHead>
      <Section title="一、哪些月多发了" note="到账的钱减去按现在知道的应发数">
        <Table caption="多发的月份" columns={COLUMNS} rows={one.months} rowKey={(row) => row.month} empty={<Empty>没有多发的月份。</Empty>} />
      </Section>
      <Section title="二、扣回办法">{one.plans.length === 0 ? <p className="note">没有定过。</p> : <ul className="ruled">{one.plans.map((each, at) => <li key={each.id} className={at === 0 ? 'now' : 'past'}><p className="l1"><span>共 <Money fen={each.totalFen} unit />，每月扣 <Money fen={each.monthlyFen} unit /></span><span>{Math.ceil(each.totalFen / each.monthlyFen)} 期</span></p><p className="note">{each.reason}</p></li>)}</ul>}</Section>
      <Section title="三、每期扣了多少">{one.held.length === 0 ? <p className="note">还没有扣过。</p> : <ul className="ruled">{one.held.map((each) => <li key={each.rollMonth}><p className="l1"><span>{monthLong(each.rollMonth)}花名册</span><span><Money fen={each.fen} unit />　<State kind={each.status === 'paid' ? 'done' : 'wait'}>{STATUS[each.status] ?? each.status}</State></span></p></li>)}</ul>}</Section>
      <Gloss items={[{ title: '怎么扣', text: '每月编花名册时从当月金额里扣，最多扣到当月为零；停发以后不再自动扣，要本人退回。' }, { title: '依据', text: '《社会救助暂行办法》（国务院令第649号）第六十八条：骗取的责令退回。扣多少法律没有定，由机关商定并写明理由。' }]} />
      {planning ? <Plan one={one} onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

const PLAN: Form = { id: 'plan', title: '扣回办法', sections: [{ id: 'plan', title: '扣回办法', fields: [
  { key: 'totalFen', title: '一共扣回', kind: 'money', required: true, unit: '元' }, { key: 'monthlyFen', title: '每月扣', kind: 'money', required: true, unit: '元' }, { key: 'reason', title: '怎么商定的', kind: 'long-text', required: true, maxLength: 200 }] }] };
function Plan({ one, onClose }: { one: Recovery; onClose: () => void }) {
  const command = useApiCommand('benefits.plan-recovery');
  return <FormDialog title="定扣回办法" form={PLAN} submit="定下来" command={command} initial={{ totalFen: one.restFen }} body={(values) => ({ grant: one.id, ...values })} onDone={onClose} onClose={onClose}><p className="note">还差 <Money fen={one.restFen} unit />。新办法从下一次编花名册起，替代以前的。</p></FormDialog>;
}

export default definePage({ path: '/grants/$grantId/recovery', title: '多发与扣回', under: '/households', covers: ['S025'], component: RecoveryPage });
