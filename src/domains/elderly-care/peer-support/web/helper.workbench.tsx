import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import type { Form, FormField } from '../../../../kernel/contract/form.ts';
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
import { WISHES } from './wish-words.ts';

type Helper = DoorOutput<typeof import('../queries/get-helper.ts').default>;
type Visit = Helper['visits'][number];
type Logged = DoorOutput<typeof import('../commands/log-visit.ts').default>;
type Side = 'helper' | 'elder';
const KEEPERS = ['elderly-care-clerk', 'town-clerk', 'village-clerk'];
const SIDES: Readonly<Record<Side, string>> = { helper: '助老员', elder: '老人一方' };

/** 走访和时间: each visit as both sides tell it, who is still to speak, and the balance that may be spent. */
function HelperPage() {
  const helper = Number((useParams({ strict: false }) as { record: string }).record);
  const read = useApiQuery<Helper>('peer-support.get-helper', { helper });
  return <div className="page">{read.data === undefined ? <><h1 tabIndex={-1}>走访和时间</h1><Await read={read} what="走访" lines={6}>{() => null}</Await></> : <Sheet page={read.data} />}</div>;
}

interface Saying { readonly side: Side; readonly visit?: Visit }

function Sheet({ page }: { page: Helper }) {
  const { helper } = page;
  const keeps = KEEPERS.includes(usePost()?.role ?? '') && page.pairs.length > 0;
  const [saying, setSaying] = useState<Saying | undefined>(undefined);
  const [told, setTold] = useState('');
  const waiting = page.visits.filter((one) => one.credited === null).length;
  return (
    <>
      <PageHead over={<><A className="plain" href={`/registers/peer-helper/${helper.record}`}>老有所为助老员</A>，{helper.number}</>} title={`${helper.name}，走访和时间`}
        lead={<>{helper.state}。双方认的 {page.earned} 小时，用了 {page.spent} 小时，<b>余额 {page.balance} 小时</b>{waiting === 0 ? '' : `；${waiting} 次走访还等另一方`}。</>}>
        {keeps ? <><Button kind="main" onPress={() => setSaying({ side: 'helper' })}>记助老员说的</Button><Button onPress={() => setSaying({ side: 'elder' })}>记老人一方说的</Button></> : null}
      </PageHead>
      {told === '' ? null : <p className="told" aria-live="polite">{told}</p>}
      <Table caption="走访" columns={columnsOn(keeps ? setSaying : undefined)} rows={page.visits} rowKey={(row) => String(row.entry)} empty={<Empty>{page.pairs.length === 0 ? '还没有结对。结了对才有走访。' : '还没有走访。助老员和老人一方各记各的，都记了才计时间。'}</Empty>} />
      {saying === undefined ? null : <SayDialog page={page} saying={saying} onClose={() => setSaying(undefined)} onDone={setTold} />}
    </>
  );
}

const columnsOn = (onSay: ((saying: Saying) => void) | undefined): readonly Column<Visit>[] => [
  { key: 'day', title: '日期', phone: 'who', nowrap: true, cell: (row) => row.day },
  { key: 'name', title: '被走访老人', phone: 'what', nowrap: true, cell: (row) => row.name },
  { key: 'helper', title: '助老员记（小时）', num: true, cell: (row) => row.helperHours ?? '—' },
  { key: 'elder', title: '老人一方记（小时）', num: true, cell: (row) => row.elderHours ?? '—' },
  { key: 'credited', title: '计入（小时）', num: true, phone: 'why', cell: (row) => row.credited ?? '—' },
  { key: 'state', title: '双方', phone: 'state', nowrap: true, cell: (row) => <State kind={row.credited === null ? 'wait' : 'done'}>{row.credited === null ? `等${row.helperHours === null ? '助老员' : '老人一方'}` : row.helperHours === row.elderHours ? '一致' : '不一致，按少的计'}</State> },
  { key: 'say', title: '记', nowrap: true, cell: (row) => (onSay === undefined || row.credited !== null ? null : <Button kind="bare" onPress={() => onSay({ side: row.helperHours === null ? 'helper' : 'elder', visit: row })}>记{row.helperHours === null ? '助老员' : '老人一方'}的</Button>) },
];

function formOf(page: Helper, { side, visit }: Saying): Form {
  const who: readonly FormField[] = visit === undefined ? [{ key: 'elder', title: '哪位老人', kind: 'choice', required: true, options: page.pairs.map((one) => ({ value: String(one.elder), title: one.name })) }, { key: 'day', title: '哪天', kind: 'date', required: true }] : [];
  const more: readonly FormField[] = side === 'helper' ? [{ key: 'done', title: '做了什么', kind: 'choices', required: true, options: WISHES }] : [{ key: 'confirmedBy', title: '谁确认的', kind: 'text', required: true, maxLength: 60, again: true, help: '老人本人、家属、社区' }];
  return { id: `peer-visit-${side}`, title: '走访', sections: [{ id: 'visit', title: '走访', fields: [...who, { key: 'hours', title: '几小时', kind: 'number', unit: '小时', decimals: 1, required: true, min: 0, max: 24 }, ...more, { key: 'reason', title: '改原来记的，为什么', kind: 'text', maxLength: 200, help: '头一次记的空着' }] }] };
}

function SayDialog({ page, saying, onClose, onDone }: { page: Helper; saying: Saying; onClose: () => void; onDone: (words: string) => void }) {
  const { today } = useSignedIn();
  const command = useApiCommand<Logged>('peer-support.log-visit');
  const { side, visit } = saying;
  const said = (answer: Logged): string => (answer.credited === null ? `已记下，等${SIDES[answer.waitsFor === 'helper' ? 'helper' : 'elder']}记了再计时间。` : `双方都记了，计入 ${answer.credited} 小时${answer.differ ? '（两边不一样，按少的计）' : ''}，余额 ${answer.balance} 小时。`);
  return (
    <FormDialog title={`${SIDES[side]}说的走访${visit === undefined ? '' : `，${visit.name} ${visit.day}`}`} form={formOf(page, saying)} initial={visit === undefined ? { day: today } : {}} submit="记下" command={command} onClose={onClose}
      onDone={(answer) => { onDone(said(answer)); onClose(); }}
      body={(values) => ({ helper: page.helper.record, side, elder: visit?.elder ?? Number(values['elder']), day: visit?.day ?? values['day'], hours: Number(values['hours']), ...(values['done'] ? { done: values['done'] } : {}), ...(values['confirmedBy'] ? { confirmedBy: values['confirmedBy'] } : {}), ...(values['reason'] ? { reason: values['reason'] } : {}) })}>
      <p className="note">两方各记各的，都记了才计时间，按双方都认的小时计一次。</p>
    </FormDialog>
  );
}

export default definePage({ path: '/peer-helpers/$record', title: '走访和时间', under: '/registers', roles: ['elderly-care-clerk', 'town-clerk', 'village-clerk', 'town-lead', 'approver', 'auditor', 'statistician', 'supervisor'], covers: ['S067'], component: HelperPage });
