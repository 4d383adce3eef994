import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import type { HouseholdPage } from '../../../../kernel/registers/household/queries/get-household.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { PageHead } from '../../../../web/ui/page-head.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';

type Offers = DoorOutput<typeof import('../queries/list-job-offers.ts').default>;
type Offer = Offers['offers'][number];
type Recorded = DoorOutput<typeof import('../commands/record-job-offer.ts').default>;
type Work = DoorOutput<typeof import('../../../../kernel/reviews/queries/get-for-household.ts').default>;

const ANSWERS = { accepted: '接受了', 'just-cause': '有正当理由没有接受', refused: '无正当理由拒绝' } as const;

const COLUMNS: readonly Column<Offer>[] = [
  { key: 'on', title: '日期', phone: 'why', nowrap: true, cell: (row) => row.on },
  { key: 'name', title: '成员', phone: 'who', nowrap: true, cell: (row) => row.name },
  { key: 'job', title: '什么工作', phone: 'what', cell: (row) => <>{row.job}<br /><span className="note">{row.by}</span></> },
  { key: 'answer', title: '结果', phone: 'state', nowrap: true, cell: (row) => <State kind={row.answer === 'accepted' ? 'done' : row.answer === 'refused' ? 'over' : 'wait'}>{ANSWERS[row.answer]}</State> },
  { key: 'reason', title: '说明', cell: (row) => row.reason },
];

/** 介绍工作记录: who was offered what and what became of it. Three refusals running without just cause reduce that member's share, by a decision. */
function JobOffers() {
  const household = Number((useParams({ strict: false }) as { householdId: string }).householdId);
  const [writing, setWriting] = useState(false);
  const [done, setDone] = useState<Recorded | undefined>(undefined);
  const read = useApiQuery<Offers>('subsistence-allowance.list-job-offers', { household });
  const home = useApiQuery<HouseholdPage>('household.get-household', { household }).data;
  const grant = useApiQuery<Work>('reviews.get-for-household', { household }).data?.find((one) => one.benefit === 'subsistence-allowance');
  const may = ['town-clerk', 'village-clerk'].includes(usePost()?.role ?? '') && grant !== undefined && grant.state !== 'ended';
  const members = (home?.members ?? []).flatMap((one) => (one.person === null || one.name === null ? [] : [{ value: String(one.person), title: one.name }]));
  return (
    <div className="page">
      <PageHead over={home === undefined ? undefined : `家庭，户号 ${home.number}`} title="介绍工作记录" lead="有劳动能力、没有工作的成员，连续三次无正当理由拒绝介绍的工作，由审批机关决定减发或者停发他本人的那一份，家里其他人不受影响。">
        {may ? <Button kind="main" onPress={() => setWriting(true)}>记一次介绍</Button> : null}
      </PageHead>
      <p><A href={`/households/${household}`}>回到这一户</A></p>
      {done === undefined ? null : <p className="told" aria-live="polite">已记下，连续拒绝 {done.inARow} 次。{done.full && done.review ? <>已到法定次数，<A href={`/cases/${done.review.caseId}`}>复核已打开，{done.review.number}</A>。</> : ''}</p>}
      <Await read={read} what="介绍工作记录" lines={4}>{(list) => (
        <>
          {list.counts.filter((one) => one.inARow > 0).map((one) => <p key={one.person}><b>{one.name}</b> 连续无正当理由拒绝 <b className="law-ink">{one.inARow}</b> 次。</p>)}
          <Table caption="介绍工作记录" columns={COLUMNS} rows={list.offers} rowKey={(row) => String(row.id)} empty={<Empty>还没有记过。人社部门或村（居）委介绍了工作，记在这里。</Empty>} />
        </>
      )}</Await>
      {writing && grant !== undefined ? <Write grant={grant.grant} members={members} onClose={() => setWriting(false)} onDone={(answer) => { setDone(answer); setWriting(false); }} /> : null}
    </div>
  );
}

function Write({ grant, members, onClose, onDone }: { grant: number; members: readonly { readonly value: string; readonly title: string }[]; onClose: () => void; onDone: (answer: Recorded) => void }) {
  const { today } = useSignedIn();
  const command = useApiCommand<Recorded>('subsistence-allowance.record-job-offer');
  const form = { id: 'offer', title: '记一次介绍', sections: [{ id: 'offer', title: '记一次介绍', fields: [
    { key: 'person', title: '介绍给谁', kind: 'choice' as const, required: true, options: members }, { key: 'offeredOn', title: '哪天', kind: 'date' as const, required: true },
    { key: 'offeredBy', title: '谁介绍的', kind: 'text' as const, required: true, maxLength: 60, help: '如 石岐区人社所' }, { key: 'job', title: '什么工作', kind: 'text' as const, required: true, maxLength: 100, help: '岗位、地点、工资' },
    { key: 'answer', title: '结果', kind: 'choice' as const, required: true, options: Object.entries(ANSWERS).map(([value, title]) => ({ value, title })) },
    { key: 'reason', title: '本人怎么说', kind: 'text' as const, required: true, maxLength: 200 },
  ] }] };
  return <FormDialog title="记一次介绍" form={form} submit="记下" command={command} initial={{ offeredOn: today }} onClose={onClose} onDone={onDone} body={(values) => ({ grant, ...values, person: Number(values['person']) })} />;
}

export default definePage({ path: '/households/$householdId/job-offers', title: '介绍工作记录', under: '/households', roles: ['town-clerk', 'village-clerk', 'town-lead', 'approver', 'auditor'], covers: ['S001'], component: JobOffers });
