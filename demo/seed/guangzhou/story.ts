import { applicationAnswers } from '../application-answers.ts';
import type { DemoOffice } from '../demo-office.ts';
import type { StoryEvent } from '../seed-cases.ts';
import { inventGuangzhou, type Family } from './households.ts';

/** Who works on a case: the street that takes it in, and the offices that check and confirm. */
interface Desk { readonly clerk: string; readonly lead: string; readonly verifier: string; readonly confirmer: string }
const YUEXIU: Desk = { clerk: 'yuexiu', lead: 'yuexiu-lead', verifier: 'yuexiu-approver', confirmer: 'yuexiu-approver' };
/** 海珠区 handed the power to confirm down to its streets (a demo value); the check stays with the district. */
const HAIZHU: Desk = { clerk: 'haizhu', lead: 'haizhu-lead', verifier: 'haizhu-approver', confirmer: 'haizhu-confirm' };

/** Days of one case under the measures of 2021; where a day is left out the case stands before it. */
interface Plot {
  readonly family: Family; readonly desk: Desk; readonly opened: string; readonly accepted?: string; readonly begun?: string; readonly checked?: string; readonly visited?: string; readonly proposed?: string;
  readonly objected?: string; readonly upheld?: string; readonly submitted?: string; readonly confirmed?: string; readonly told?: string; readonly extended?: string; readonly relative?: string;
}

const plots: readonly Plot[] = [
  { family: 'extended', desk: YUEXIU, opened: '2024-03-27', accepted: '2024-03-27', begun: '2024-03-28', checked: '2024-03-29', visited: '2024-04-10', proposed: '2024-04-12', objected: '2024-04-15', upheld: '2024-04-22', extended: '2024-05-10' },
  { family: 'late', desk: HAIZHU, opened: '2024-04-01', accepted: '2024-04-01', begun: '2024-04-03', checked: '2024-04-08', visited: '2024-04-22', proposed: '2024-04-26', submitted: '2024-05-09' },
  { family: 'delegated', desk: HAIZHU, opened: '2024-04-07', accepted: '2024-04-07', begun: '2024-04-08', checked: '2024-04-09', visited: '2024-04-16', proposed: '2024-04-17', submitted: '2024-04-26', confirmed: '2024-05-10' },
  { family: 'granted', desk: YUEXIU, opened: '2024-04-08', accepted: '2024-04-08', begun: '2024-04-09', checked: '2024-04-10', visited: '2024-04-17', proposed: '2024-04-18', submitted: '2024-04-26', confirmed: '2024-05-07' },
  { family: 'filed', desk: YUEXIU, opened: '2024-04-15', accepted: '2024-04-16', begun: '2024-04-17', checked: '2024-04-18', visited: '2024-04-24', proposed: '2024-04-29', submitted: '2024-05-09', relative: '申请人的侄女是流水井社区居委会委员' },
  { family: 'notice', desk: HAIZHU, opened: '2024-04-28', accepted: '2024-04-28', begun: '2024-04-29', checked: '2024-04-30', visited: '2024-05-10', proposed: '2024-05-15' },
  { family: 'waiting', desk: HAIZHU, opened: '2024-05-08', accepted: '2024-05-09', begun: '2024-05-10', told: '2024-05-14' },
  { family: 'looking', desk: YUEXIU, opened: '2024-05-13', accepted: '2024-05-13', begun: '2024-05-15' },
  { family: 'fresh', desk: YUEXIU, opened: '2024-05-17' },
];

const OFFICERS = [{ name: '岑少华', signed: true }, { name: '陆永强', signed: true }];

/** Every act of the spring of 2024, in the order of their days. */
export function tellStory(): StoryEvent[] {
  const households = inventGuangzhou();
  return plots.flatMap((plot) => actsOf(plot, households[plot.family])).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function actsOf(plot: Plot, household: ReturnType<typeof inventGuangzhou>[Family]): StoryEvent[] {
  const { desk } = plot;
  const running = { caseId: 0, version: 0 };
  const step = async (office: DemoOffice, login: string, id: string, data: Record<string, unknown> = {}): Promise<void> => {
    ({ version: running.version } = await office.act<{ version: number }>(login, 'casework.take-step', { caseId: running.caseId, step: id, seen: running.version, data }));
  };
  const acts: (readonly [string | undefined, (office: DemoOffice, day: string) => Promise<void>])[] = [
    [plot.opened, async (office) => { Object.assign(running, await office.act(desk.clerk, 'casework.register-application', { matter: 'subsistence-allowance', values: { ...applicationAnswers(household), relativeOfStaff: plot.relative !== undefined, ...(plot.relative ? { relativeNote: plot.relative } : {}) } })); }],
    [plot.accepted, async (office) => {
      await step(office, desk.clerk, 'accept', { complete: true, relativeOfStaff: plot.relative !== undefined, ...(plot.relative ? { relative: plot.relative } : {}) });
      await office.act(desk.clerk, 'casework.authorise', { caseId: running.caseId });
    }],
    [plot.begun, (office) => step(office, desk.clerk, 'start-investigation')],
    [plot.told, (office) => step(office, desk.clerk, 'request-supplement', { materials: ['income', 'marriage', 'study'], missing: [{ what: '与前夫的抚养费协议' }], told: 'paper' })],
    [plot.checked, async (office) => { await step(office, desk.verifier, 'start-verification'); await office.work(); }],
    [plot.visited, async (office, day) => {
      await office.work();
      await step(office, desk.clerk, 'survey', { visitedOn: day, investigators: OFFICERS, personSigned: true, findings: '家中情况与申报一致，没有贵重物品。' });
      await step(office, desk.verifier, 'complete-verification');
    }],
    [plot.proposed, (office) => step(office, desk.lead, 'propose', { opinion: '符合条件，拟同意。', place: '社区公告栏、街道政务公开栏' })],
    [plot.objected, async (office) => {
      const { notice } = await office.see<{ notice: { id: number } | null }>(desk.lead, 'casework.get-case', { caseId: running.caseId });
      await office.act(desk.clerk, 'notices.object', { noticeId: notice?.id, content: '听说她每个星期在批发市场帮人看档口，请核实。', name: '一位街坊' });
    }],
    [plot.upheld, async (office) => {
      const { notice } = await office.see<{ notice: { objections: { id: number }[] } | null }>(desk.lead, 'casework.get-case', { caseId: running.caseId });
      await office.act(desk.lead, 'notices.answer-objection', { objectionId: notice?.objections[0]?.id, outcome: 'upheld', reply: '已受理，重新入户核实收入。' });
      ({ version: running.version } = await office.see<{ version: number }>(desk.lead, 'casework.get-case', { caseId: running.caseId }));
    }],
    [plot.extended, (office) => step(office, desk.clerk, 'extend', { task: 'whole-case', days: 15, reason: '公示有异议，要向批发市场核实收入，属特殊情况。' })],
    [plot.submitted, (office) => step(office, desk.lead, 'submit')],
    [plot.confirmed, async (office, day) => {
      await step(office, desk.confirmer, 'county-visit', { visitedOn: day, visitors: OFFICERS, findings: '与初审一致。' });
      await step(office, desk.confirmer, 'confirm', { opinion: '符合条件，确认同意。' });
    }],
  ];
  return acts.flatMap(([day, run]) => (day === undefined ? [] : [{ day, run: (office: DemoOffice) => run(office, day) }]));
}
