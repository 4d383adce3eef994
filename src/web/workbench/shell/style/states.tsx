import { ApiProblem } from '../../../api-client.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { LimitClock, LimitWords } from '../../../ui/clock.tsx';
import type { ClockInput } from '../../../ui/clock-days.ts';
import { DemoMark } from '../../../ui/demo-mark.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { HeldBand } from '../../../ui/held-band.tsx';
import { A } from '../../../ui/link.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Count, Money } from '../../../ui/money.tsx';
import { Gloss, Section, Unsourced } from '../../../ui/page-head.tsx';
import { Seal } from '../../../ui/seal.tsx';
import { Stages } from '../../../ui/stages.tsx';
import { State } from '../../../ui/state.tsx';
import { Table, type Column } from '../../../ui/table.tsx';
import { Trail } from '../../../ui/trail.tsx';

export const TODAY = '2014-11-18';
const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** A limit of 工作日 as the samples use it; November 2014 has no holiday. */
export function workingLimit(start: string, due: string): ClockInput {
  return { start, due, today: TODAY, calendar: 'working', isWorkingDay: weekday };
}

export const NOTICE: ClockInput = { start: '2014-11-14', due: '2014-11-21', today: TODAY, calendar: 'calendar' };

const CLOCKS: readonly (readonly [string, ClockInput])[] = [
  ['超期', workingLimit('2014-10-31', '2014-11-14')],
  ['今天到期', workingLimit('2014-11-04', '2014-11-18')],
  ['还有几日', workingLimit('2014-11-07', '2014-11-21')],
  ['公示', NOTICE],
  ['公示已满', { start: '2014-11-07', due: '2014-11-14', today: TODAY, calendar: 'calendar' }],
  ['复议 60 天', { start: '2014-10-27', due: '2014-12-26', today: TODAY, calendar: 'calendar', hold: false }],
];

const CLOCK_COLUMNS: readonly Column<(typeof CLOCKS)[number]>[] = [
  { key: 'title', title: '情形', phone: 'who', cell: ([title]) => title },
  { key: 'clock', title: '期限尺', phone: 'what', cell: ([, limit]) => <LimitClock limit={limit} /> },
  { key: 'words', title: '话', phone: 'state', cell: ([, limit]) => <LimitWords limit={limit} /> },
];

export function StatesSample() {
  return (
    <>
      <Section title="状态" note="一个形状，再一个词">
        <p className="acts"><State kind="done">12月已到账</State><State kind="mine">人工判断</State><State kind="wait">等银行答复，6 家已回 5 家</State><State kind="held">公示中，第 4 天，共 7 天</State><State kind="over">超 2 日</State><State kind="back">账户已销</State></p>
        <p className="acts"><Seal words="批准" granted /><Seal words="不予批准" granted={false} /><DemoMark /><Unsourced>文号未录入</Unsourced></p>
      </Section>
      <Section title="期限尺" note="一格一个工作日，隔开处是周末，竖线是法定期限；斜纹是公示，按自然日算">
        <Table caption="期限尺" rows={CLOCKS} rowKey={([title]) => title} columns={CLOCK_COLUMNS} />
        <p>法律没有定期限的，没有尺，写：无法定期限。</p>
      </Section>
      <Section title="阶段">
        <Stages today={TODAY} items={[
          { title: '受理', state: 'done', day: '2014-10-13', note: '当日' }, { title: '调查', state: 'done', day: '2014-10-24', note: '9／10 工作日' },
          { title: '评议', state: 'done', day: '2014-10-29', note: '3／5 工作日' }, { title: '镇区公示', state: 'done', day: '2014-11-07', note: '7／7 天' },
          { title: '市审批', state: 'mine', day: '今天', note: '4／5 工作日' }, { title: '市公示', state: 'held', day: '11-21 止', note: '第 4／7 天', current: true },
          { title: '决定', state: 'wait', day: '11-26 前', note: '3 工作日' }, { title: '发放', state: 'back', day: '12-08', note: '退 6 笔' },
        ]} />
      </Section>
    </>
  );
}

export function ButtonsSample() {
  return (
    <Section title="按钮" note="一页一个实心的；等着的说明等什么">
      <div className="acts">
        <Button kind="main" hotkey="R">编制补发册</Button><Button hotkey="P">打印花名册</Button><Button kind="bare">上一件</Button><ButtonLink href="/style">一户一档</ButtonLink><Button busy>正在存…</Button>
      </div>
      <div className="acts"><Button waiting="公示未满，11月22日起可以按。">批准，每月 814.00 元</Button></div>
      <p><A href="/style">4,880 户</A>、<Money fen={159900} unit />、<Money fen={53300} difference />、<Money fen={-20000} difference />、<Money fen={null} />、<Money fen={undefined} />、<Money fen={0} />、<Count of={-9} difference /></p>
    </Section>
  );
}

export function FailingSample() {
  const problem = new ApiProblem({ code: 'bank.unreachable', title: '银行没有接通。', detail: '花名册已存好，10 分钟后自动再送，您不用重做。', status: 503 });
  return (
    <Section title="空、等、错">
      <Empty>今天没有到期的件。最近一件 11月21日到期，<A href="/style">打开它</A>。</Empty>
      <Loading what="花名册" lines={2} />
      <Loading progress={{ done: 12400, all: 46000, unit: '户', seconds: 20 }} />
      <ErrorNote problem={problem}><Button>现在再送一次</Button></ErrorNote>
    </Section>
  );
}

/** The margin of a case: held, what may be done, the law. */
export function AsideSample() {
  return (
    <>
      <HeldBand title="公示中，第 4 天，共 7 天" limit={NOTICE}>11月21日 24 时满。满期前不能作出决定。</HeldBand>
      <section className="can"><h2>可以做</h2><div className="acts"><Button hotkey="O">登记异议</Button><Button>打印公示单</Button></div></section>
      <section className="can"><h2>11月22日起可以做</h2><div className="acts"><Button waitingNote="why">批准，每月 814.00 元</Button><Button waitingNote="why">不予批准</Button></div><p className="note" id="why">公示未满，按钮会在期满后自动可用。有异议时先答复异议。</p></section>
      <Gloss items={[{ title: '公示内容', text: '姓名陈*英，3 人，814.00 元。太平社区公告栏、市局网站，照片已存。' }, { title: '依据', text: '《最低生活保障审核审批办法（试行）》，民发〔2012〕220号，2012-12-12 至 2021-06-30 有效。' }]} />
    </>
  );
}

export function TrailSample() {
  return (
    <Trail today={TODAY} items={[
      { day: '2014-10-13', title: '受理', note: '刘*敏。材料齐全，三人都签了核对授权', kind: 'act' },
      { day: '2014-10-20', title: '入户调查', note: '刘*敏、钟*伟。两人签名，照片 4 张', kind: 'act' },
      { day: '2014-11-15', title: '市民政局公示', note: '第 4 天，无异议', kind: 'now' },
      { day: '2014-11-26', title: '最迟作出决定', note: '期满后 3 个工作日', kind: 'next' },
    ]} />
  );
}
