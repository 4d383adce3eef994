import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import type { Form } from '../../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { PageHead } from '../../../../web/ui/page-head.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';
import { wishWords } from './wish-words.ts';

type Matching = DoorOutput<typeof import('../queries/propose.ts').default>;
type Proposal = Matching['proposals'][number];
const KEEPERS = ['elderly-care-clerk', 'town-clerk', 'village-clerk'];

/** 配对: who could look in on this elder, the nearest first; then the consent of both. */
function PairPage() {
  const pair = Number((useParams({ strict: false }) as { record: string }).record);
  const read = useApiQuery<Matching>('peer-support.propose', { pair });
  return <div className="page">{read.data === undefined ? <><h1 tabIndex={-1}>配对</h1><Await read={read} what="配对建议" lines={6}>{() => null}</Await></> : <Sheet page={read.data} />}</div>;
}

function Sheet({ page }: { page: Matching }) {
  const { pair } = page;
  const keeps = KEEPERS.includes(usePost()?.role ?? '');
  const [agreeing, setAgreeing] = useState(false);
  const choose = useApiCommand('peer-support.propose-pair');
  const onChoose = keeps ? (one: Proposal) => void choose.run({ pair: pair.record, seen: pair.seen, helper: one.helper }) : undefined;
  return (
    <>
      <PageHead over={<A className="plain" href={`/registers/peer-pair/${pair.record}`}>老人结对</A>} title={`配对，${pair.elder}`} lead={leadOf(page)}>
        {keeps && pair.state === 'proposed' ? <Button kind="main" onPress={() => setAgreeing(true)}>记双方同意</Button> : null}
        {pair.helper === null ? null : <ButtonLink href={`/peer-helpers/${pair.helper}`}>助老员的走访和时间</ButtonLink>}
      </PageHead>
      <ErrorNote problem={choose.problem} />
      {pair.state === 'seeking' ? <Table caption="合适的助老员" columns={columnsOn(choose.busy, onChoose)} rows={page.proposals} rowKey={(row) => String(row.helper)} empty={<Empty>{pair.hasPoint ? '可接受的距离里没有合适的助老员。可以放宽距离，或者多登记几位助老员。' : '同一社区没有合适的助老员。给老人补上位置，可以按距离找。'}</Empty>} /> : null}
      {agreeing ? <AgreeDialog page={page} onClose={() => setAgreeing(false)} /> : null}
    </>
  );
}

function leadOf({ pair, found }: Matching): string {
  const wishes = pair.wishes.length === 0 ? '' : `需要${wishWords(pair.wishes)}。`;
  if (pair.state !== 'seeking') return `现在是${pair.stateTitle}。${wishes}${pair.state === 'proposed' ? '老人和助老员都同意了才结对。' : ''}`;
  return `${wishes}${found} 位助老员合适，${pair.hasPoint ? '近的在前；没有位置的助老员，同一社区的列在后面。' : '老人没有位置，只列同一社区的。'}`;
}

const columnsOn = (busy: boolean, onChoose: ((one: Proposal) => void) | undefined): readonly Column<Proposal>[] => [
  { key: 'name', title: '助老员', phone: 'who', nowrap: true, cell: (row) => <A className="plain" href={`/registers/peer-helper/${row.helper}`}>{row.name}</A> },
  { key: 'distance', title: '距离（米）', num: true, phone: 'state', cell: (row) => row.distance ?? '不知道' },
  { key: 'division', title: '村居', phone: 'why', nowrap: true, cell: (row) => <>{row.division}{row.sameCommunity ? '，同一社区' : ''}</> },
  { key: 'can', title: '能做的', phone: 'what', cell: (row) => (row.canDo.length === 0 ? '—' : wishWords(row.canDo)) },
  { key: 'pairs', title: '已结对（位）', num: true, cell: (row) => row.pairs },
  { key: 'choose', title: '选', nowrap: true, cell: (row) => (onChoose === undefined ? null : <Button busy={busy} onPress={() => onChoose(row)}>选他</Button>) },
];

const consent: Form = { id: 'peer-consent', title: '双方同意', sections: [{ id: 'consent', title: '双方同意', fields: [{ key: 'elderConsentOn', title: '老人哪天同意', kind: 'date', required: true }, { key: 'helperConsentOn', title: '助老员哪天同意', kind: 'date', required: true }] }] };

function AgreeDialog({ page: { pair }, onClose }: { page: Matching; onClose: () => void }) {
  const { today } = useSignedIn();
  const command = useApiCommand('peer-support.agree');
  return (
    <FormDialog title={`双方同意，${pair.elder}`} form={consent} initial={{ elderConsentOn: today, helperConsentOn: today }} submit="结对" command={command} onDone={onClose} onClose={onClose} body={(values) => ({ pair: pair.record, seen: pair.seen, ...values })}>
      <p className="note">有一方不同意，回到台账记为未结成，另选助老员。</p>
    </FormDialog>
  );
}

export default definePage({ path: '/peer-pairs/$record', title: '配对', under: '/registers', roles: ['elderly-care-clerk', 'town-clerk', 'village-clerk', 'town-lead', 'approver', 'auditor', 'statistician', 'supervisor'], covers: ['S067'], component: PairPage });
