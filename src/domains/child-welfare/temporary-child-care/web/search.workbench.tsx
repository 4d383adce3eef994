import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import type { Form, FormField } from '../../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { Facts, PageHead } from '../../../../web/ui/page-head.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';

type Search = DoorOutput<typeof import('../queries/get-search.ts').default>;
type Step = Search['steps'][number];
const KEEPERS = ['child-welfare-clerk', 'town-clerk', 'village-clerk'];
const MEANS = [{ value: 'phone', title: '电话找监护人和其他亲属' }, { value: 'visit', title: '上门' }, { value: 'committee', title: '村（居）委会协查' }, { value: 'police', title: '报警、公安协查' }, { value: 'other', title: '其他' }];

/** 寻找监护人: the steps of a search with the day by which each is done, and what came of them. */
function SearchPage() {
  const stay = Number((useParams({ strict: false }) as { record: string }).record);
  const read = useApiQuery<Search>('temporary-child-care.get-search', { stay });
  return <div className="page">{read.data === undefined ? <><h1 tabIndex={-1}>寻找监护人</h1><Await read={read} what="寻找监护人" lines={5}>{() => null}</Await></> : <Sheet page={read.data} />}</div>;
}

function Sheet({ page }: { page: Search }) {
  const { stay } = page;
  const may = KEEPERS.includes(usePost()?.role ?? '') && stay.state === 'searching';
  const [telling, setTelling] = useState<Step | 'more' | undefined>(undefined);
  const open = page.steps.filter((one) => !one.done).length;
  return (
    <>
      <PageHead over={<><A className="plain" href={`/registers/child-stay/${stay.record}`}>儿童入托</A>，{stay.number}</>} title={`寻找监护人，${stay.child}`}
        lead={<>{stay.stateTitle}。说好 {stay.expectedUntil} 接回{stay.overdueDays === null ? '。' : <>，<b className="law-ink">已过 {stay.overdueDays} 天</b>；还有 {open} 步没有办。</>}</>}>
        {may ? <Button onPress={() => setTelling('more')}>再记一步</Button> : null}
      </PageHead>
      <Facts items={[{ label: '监护人', value: stay.guardian }, { label: '电话', value: stay.guardianPhone ?? '没有写' }]} />
      <Table caption="步骤" columns={columnsOn(may ? setTelling : undefined)} rows={page.steps} rowKey={(row) => String(row.step)} empty={<Empty>还没有开始找。过了说好的接回日，第二天一早自动开始；也可以在这条入托记录上马上转入查找。</Empty>} />
      {telling === undefined ? null : <TellDialog stay={stay.record} step={telling} onClose={() => setTelling(undefined)} />}
    </>
  );
}

const columnsOn = (onTell: ((step: Step) => void) | undefined): readonly Column<Step>[] => [
  { key: 'means', title: '怎么找', phone: 'who', cell: (row) => row.means },
  { key: 'due', title: '几号前办', phone: 'why', nowrap: true, cell: (row) => row.dueOn ?? '—' },
  { key: 'state', title: '办了没有', phone: 'state', nowrap: true, cell: (row) => <State kind={row.done ? 'done' : row.late ? 'over' : 'mine'}>{row.done ? `${row.doneOn ?? ''} ${row.found === true ? '找到了' : '没有找到'}` : row.late ? '过了日子' : '还没有办'}</State> },
  { key: 'result', title: '结果', phone: 'what', cell: (row) => row.result ?? '—' },
  { key: 'tell', title: '记', nowrap: true, cell: (row) => (onTell === undefined || row.done ? null : <Button kind="bare" onPress={() => onTell(row)}>记结果</Button>) },
];

function TellDialog({ stay, step, onClose }: { stay: number; step: Step | 'more'; onClose: () => void }) {
  const { today } = useSignedIn();
  const command = useApiCommand('temporary-child-care.record-step');
  const means: readonly FormField[] = step === 'more' ? [{ key: 'means', title: '怎么找的', kind: 'choice', required: true, options: MEANS }] : [];
  const form: Form = { id: 'search-step', title: '结果', sections: [{ id: 'step', title: '结果', fields: [...means, { key: 'on', title: '哪天', kind: 'date', required: true }, { key: 'found', title: '找到监护人了吗', kind: 'yes-no', required: true }, { key: 'result', title: '结果', kind: 'text', required: true, maxLength: 200, help: '找了谁、怎么说' }] }] };
  return <FormDialog title={step === 'more' ? '再记一步' : step.means} form={form} initial={{ on: today }} submit="记下" command={command} onDone={onClose} onClose={onClose} body={(values) => ({ stay, ...(step === 'more' ? {} : { step: step.step }), ...values })} />;
}

export default definePage({ path: '/child-stays/$record', title: '寻找监护人', under: '/registers', roles: ['child-welfare-clerk', 'town-clerk', 'village-clerk', 'town-lead', 'approver', 'auditor', 'statistician', 'supervisor'], covers: ['S186'], component: SearchPage });
