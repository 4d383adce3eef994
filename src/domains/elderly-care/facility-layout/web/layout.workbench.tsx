import { useState } from 'react';
import type { DoorOutput } from '../../../../kernel/contract/door.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { Empty } from '../../../../web/ui/empty.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { Field } from '../../../../web/ui/field.tsx';
import { A } from '../../../../web/ui/link.tsx';
import { PageHead, Section, Unsourced, Views } from '../../../../web/ui/page-head.tsx';
import { usePost, useSignedIn } from '../../../../web/ui/session.ts';
import { State } from '../../../../web/ui/state.tsx';
import { Table, type Column } from '../../../../web/ui/table.tsx';
import { definePage } from '../../../../web/workbench/shell/page.ts';

type Layout = DoorOutput<typeof import('../queries/measure-layout.ts').default>;
type Gap = Layout['gaps'][number];
type Town = Layout['towns'][number];
const number = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 });

/** 养老设施布局: whom no home reaches, what the plan holds for each town, which written gaps are closed by now. */
function LayoutPage() {
  const [asked, setAsked] = useState<number | undefined>(undefined);
  const [view, setView] = useState<'gaps' | 'towns'>('gaps');
  const read = useApiQuery<Layout>('facility-layout.measure', asked === undefined ? {} : { radius: asked });
  const lead = read.data === undefined ? undefined : <>规划 {read.data.plots} 块地、{number(read.data.hectares)} 公顷、{number(read.data.plannedBeds)} 张床，已建成 {number(read.data.builtBeds)} 张。量过的 {read.data.measured} 个村（社区）里，<b>{read.data.gaps.length}</b> 个在服务半径以外。</>;
  return (
    <div className="page">
      <PageHead over={<A className="plain" href="/registers">台账</A>} title="养老设施布局" lead={lead}>
        <ButtonLink href="/registers/care-plot">规划地块</ButtonLink><ButtonLink href="/registers/community-point">测算点</ButtonLink><ButtonLink href="/registers/service-radius-gap">缺口台账</ButtonLink>
      </PageHead>
      <Await read={read} what="布局测算" lines={8}>{(layout) => (
        <>
          <Grounds layout={layout} onAsk={setAsked} />
          <Views label="看什么" views={[{ value: 'gaps', title: `半径以外的村（社区） ${layout.gaps.length}` }, { value: 'towns', title: '分镇街' }]} value={view} onChange={setView} />
          {view === 'towns' ? <Towns towns={layout.towns} /> : <Gaps layout={layout} />}
        </>
      )}</Await>
    </div>
  );
}

/** What the measuring rests on, and what it cannot see. */
function Grounds({ layout, onAsk }: { layout: Layout; onAsk: (radius: number | undefined) => void }) {
  const [text, setText] = useState('');
  const metres = /^\d{3,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;
  const wrong = text.trim() === '' || (metres !== undefined && metres >= 100 && metres <= 100_000) ? undefined : '写 100 到 100000 之间的整数，单位是米。';
  return (
    <Section title="怎么量的">
      <p>从测算点到已建成的规划地块和运营中的敬老院，按直线距离；地块用它自己的服务半径，没有写半径的{layout.radius === null ? <>和敬老院<Unsourced>不知道该服务多远</Unsourced>，没有算</> : <>和敬老院按 {number(layout.radius)} 米</>}。</p>
      {layout.measured < layout.villages ? <p>区划数据里没有位置：{layout.villages} 个村（社区）只有 {layout.measured} 个登记了测算点，<A href="/registers/community-point/figures">还有 {layout.villages - layout.measured} 个量不出</A>。</p> : null}
      {layout.unmeasured > 0 ? <p>有 {layout.unmeasured} 处建成的设施没有位置或半径，没有算进来。</p> : null}
      {layout.whole ? null : <p>您看到的是本辖区：外镇街的敬老院没有算进来，靠边界的村（社区）以市里测的为准。</p>}
      <form className="acts" onSubmit={(event) => { event.preventDefault(); if (wrong === undefined) onAsk(metres); }}>
        <Field label="换一个半径试试（米）" error={wrong}>{(ids) => <input {...ids} className="input short" inputMode="numeric" value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <Button type="submit">重新量</Button>
      </form>
    </Section>
  );
}

function Gaps({ layout }: { layout: Layout }) {
  const keeps = usePost()?.role === 'elderly-care-clerk';
  const { today } = useSignedIn();
  const command = useApiCommand('records.open');
  const write = (gap: Gap): void => void command.run({ register: 'service-radius-gap', division: gap.division, openedOn: today, values: { community: gap.name, elders: gap.elders, nearest: gap.reach.metres, radius: gap.reach.radius, measuredOn: today } });
  if (layout.facilities === 0) return <Empty>还没有一处有位置、有半径的设施，量不出来。先在<A href="/registers/care-plot">规划地块</A>里写上位置和服务半径。</Empty>;
  return (
    <>
      <ErrorNote problem={command.problem} />
      <Table caption="半径以外的村（社区）" columns={gapColumns(keeps ? write : undefined)} rows={layout.gaps} rowKey={(gap) => String(gap.division)} empty={<Empty>量过的村（社区）都在服务半径以内。</Empty>} />
      {layout.closed.length === 0 ? null : (
        <Section title="台账里的缺口，现在已经够得着" note="打开转“已补上”">
          <ul>{layout.closed.map((one) => <li key={one.record}><A href={`/registers/service-radius-gap/${one.record}`}>{one.name}</A>：{one.reach.facility}，{number(one.reach.metres)} 米</li>)}</ul>
        </Section>
      )}
    </>
  );
}

const gapColumns = (onWrite: ((gap: Gap) => void) | undefined): readonly Column<Gap>[] => [
  { key: 'name', title: '村（社区）', phone: 'who', cell: (gap) => gap.name },
  { key: 'town', title: '镇街', phone: 'what', cell: (gap) => gap.town },
  { key: 'elders', title: '老年人（人）', num: true, cell: (gap) => number(gap.elders) },
  { key: 'facility', title: '差得最少的设施', cell: (gap) => gap.reach.facility },
  { key: 'metres', title: '距离（米）', num: true, cell: (gap) => number(gap.reach.metres) },
  { key: 'beyond', title: '超出（米）', num: true, phone: 'state', cell: (gap) => number(gap.reach.beyond) },
  { key: 'plot', title: '补得上的地块', phone: 'why', cell: (gap) => (gap.plot === null ? '没有' : <A href={`/registers/care-plot/${gap.plot.record}`}>{gap.plot.title}</A>) },
  { key: 'known', title: '台账', nowrap: true, cell: (gap) => (gap.known !== null ? <A href={`/registers/service-radius-gap/${gap.known}`}>已登记</A> : onWrite === undefined ? '没有登记' : <Button onPress={() => onWrite(gap)}>登记缺口</Button>) },
];

const TOWN_COLUMNS: readonly Column<Town>[] = [
  { key: 'name', title: '镇街', phone: 'who', cell: (town) => town.name },
  { key: 'plots', title: '规划地块（处）', num: true, phone: 'state', cell: (town) => (town.plots === 0 ? <State kind="wait">没有</State> : town.plots) },
  { key: 'hectares', title: '用地（公顷）', num: true, cell: (town) => number(town.hectares) },
  { key: 'plannedBeds', title: '规划床位（张）', num: true, phone: 'what', cell: (town) => number(town.plannedBeds) },
  { key: 'builtBeds', title: '建成床位（张）', num: true, cell: (town) => number(town.builtBeds) },
  { key: 'measured', title: '量过的村（社区）', num: true, cell: (town) => `${town.measured} / ${town.villages}` },
  { key: 'gaps', title: '半径以外（个）', num: true, phone: 'why', cell: (town) => town.gaps },
  { key: 'elders', title: '半径以外老年人（人）', num: true, cell: (town) => number(town.eldersBeyond) },
];

function Towns({ towns }: { towns: readonly Town[] }) {
  return <Table caption="分镇街" columns={TOWN_COLUMNS} rows={towns} rowKey={(town) => String(town.id)} empty={<Empty>辖区里没有镇街。</Empty>} />;
}

export default definePage({ path: '/registers/elder-facility-layout', title: '养老设施布局', under: '/registers', shelf: { label: '养老布局', order: 60 }, roles: ['elderly-care-clerk', 'statistician', 'auditor'], covers: ['S059'], component: LayoutPage });
