import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import type { DemoHousehold } from '../population/demo-household.ts';
import { generatePopulation } from '../population/generate-population.ts';
import { applicationAnswers } from './application-answers.ts';
import type { DemoOffice } from './demo-office.ts';
import { fileAtWindow, fileNoticePhoto, fileReceipt } from './file-scans.ts';
import { mandateStory } from './seed-mandate.ts';
import { shareAgencies } from './shared-agencies.ts';

/** One act of the story on its day. */
export interface StoryEvent { readonly day: string; readonly run: (office: DemoOffice) => Promise<void> }

type Stop = 'received' | 'supplement' | 'verification' | 'survey' | 'appraisal' | 'opinion' | 'town-notice' | 'objection' | 'county-review' | 'county-notice' | 'approved' | 'refused';

/** An application: who works on it, on which days it goes on, and where it stands when the story ends. */
interface Plot { /** Login of the portal account that the head of this household has. */ readonly login?: string; readonly clerk: string; readonly lead: string; readonly town: string; readonly stop: Stop; readonly days: readonly string[]; readonly extraYuan?: number }

/** Days: registered, accepted and sent for verification, visited and reported, appraised, opinion and notice, submitted, approval proposed, decided. */
const plots: readonly Plot[] = [
  { login: 'resident', clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'approved', days: ['2014-08-11', '2014-08-11', '2014-08-19', '2014-08-22', '2014-08-25', '2014-09-02', '2014-09-05', '2014-09-15'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'county-notice', days: ['2014-09-22', '2014-09-22', '2014-10-08', '2014-10-13', '2014-10-15', '2014-10-23', '2014-10-29'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'county-review', days: ['2014-09-26', '2014-09-26', '2014-10-13', '2014-10-16', '2014-10-17', '2014-10-27'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'town-notice', days: ['2014-10-10', '2014-10-10', '2014-10-21', '2014-10-27', '2014-10-30'] },
  { clerk: 'shiqi2', lead: 'shiqi-lead', town: '442000001', stop: 'objection', days: ['2014-10-08', '2014-10-08', '2014-10-20', '2014-10-24', '2014-10-28'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'opinion', days: ['2014-10-13', '2014-10-13', '2014-10-24', '2014-10-30'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'appraisal', days: ['2014-10-13', '2014-10-14', '2014-10-23'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'survey', days: ['2014-10-15', '2014-10-16'] },
  { clerk: 'shiqi2', lead: 'shiqi-lead', town: '442000001', stop: 'survey', days: ['2014-10-20', '2014-10-20'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'survey', days: ['2014-10-22', '2014-10-23'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'verification', days: ['2014-10-30', '2014-10-31'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'supplement', days: ['2014-10-27'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'received', days: ['2014-10-31'] },
  { clerk: 'shiqi2', lead: 'shiqi-lead', town: '442000001', stop: 'received', days: ['2014-11-03'] },
  { clerk: 'shiqi', lead: 'shiqi-lead', town: '442000001', stop: 'refused', days: ['2014-09-15', '2014-09-15', '2014-09-24', '2014-09-28', '2014-10-08', '2014-10-16', '2014-10-31'], extraYuan: 2400 },
  { clerk: 'xiaolan', lead: 'xiaolan-lead', town: '442000100', stop: 'survey', days: ['2014-10-22', '2014-10-22'] },
  { clerk: 'xiaolan', lead: 'xiaolan-lead', town: '442000100', stop: 'received', days: ['2014-10-31'] },
];

/** Applicants of the autumn: other invented households than those on the register. */
function inventApplicants(taken: ReadonlySet<string>): ReadonlyMap<string, DemoHousehold[]> {
  const divisions = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8')), plainDate('2014-10-31'));
  const households = generatePopulation({ seed: 1103, divisions, households: 1200, persons: 3000 });
  const fit = households.filter((household) => household.members.length >= 2 && household.members.every((member) => !taken.has(member.idNumber) && member.birthDate < '2014-06-01'
    && household.members.filter((other) => other.name === member.name).length === 1));
  return Map.groupBy(fit, (household) => household.village.slice(0, 9));
}

/** Each plot with the household it happens to. */
export interface Cast { readonly plot: Plot; readonly household: DemoHousehold }

/** The one household that is approved within the story: with it the register is as large as reported. */
export const APPROVED = { households: 1, persons: 3 } as const;

export function castPlots(taken: ReadonlySet<string>): Cast[] {
  const applicants = inventApplicants(taken);
  return plots.map((plot) => {
    const pool = applicants.get(plot.town) ?? [];
    const at = pool.findIndex((household) => plot.stop !== 'approved' || (household.members.length === APPROVED.persons && household.members.some((member) => member.incomes.some((income) => income.monthlyFen > 20_000))));
    const [household] = pool.splice(at, 1);
    if (at < 0 || !household) throw new Error(`too few applicants in ${plot.town}`);
    return { plot, household };
  });
}

/** The story's acts for all plots. The agencies answer as long as the story runs. */
export async function playCases(casts: readonly Cast[]): Promise<{ events: StoryEvent[]; stop(): Promise<void> }> {
  const stop = await shareAgencies();
  return { events: casts.flatMap(({ plot, household }) => actsOf(plot, household)), stop };
}

interface Running { caseId: number; version: number }

function actsOf(plot: Plot, household: DemoHousehold): StoryEvent[] {
  const running: Running = { caseId: 0, version: 0 };
  const step = async (office: DemoOffice, login: string, id: string, data: Record<string, unknown> = {}): Promise<void> => {
    ({ version: running.version } = await office.act<{ version: number }>(login, 'casework.take-step', { caseId: running.caseId, step: id, seen: running.version, data }));
  };
  const [opened, accepted, visited, appraised, proposed, submitted, reviewed, decided] = plot.days;
  const acts: (readonly [string | undefined, (office: DemoOffice) => Promise<void>])[] = [
    [opened, async (office) => {
      Object.assign(running, await office.act<Running>(plot.clerk, 'casework.register-application', { matter: 'subsistence-allowance', values: applicationAnswers(household, plot.extraYuan) }));
      if (plot.login) await openPortalAccount(office, plot.login, household);
      if (plot.stop === 'supplement') await step(office, plot.clerk, 'request-supplement', { missing: [{ what: '子女的学生证' }, { what: '户口本首页' }], told: 'paper' });
    }],
    [accepted, async (office) => {
      await step(office, plot.clerk, 'accept', { complete: true, relativeOfStaff: false });
      await office.act(plot.clerk, 'casework.authorise', { caseId: running.caseId });
      // two of the households promised their register for later, and it has not come
      await fileAtWindow(office, plot.clerk, running.caseId, { register: plot.stop !== 'county-review' && plot.stop !== 'refused' });
      await step(office, plot.clerk, 'start-verification');
      await office.work();
    }],
    [visited, async (office) => {
      await office.work();
      await step(office, plot.clerk, 'survey', {
        visitedOn: visited, investigators: [{ name: '刘志敏', signed: true }, { name: '钟伟', signed: true }], personSigned: true, findings: '家中情况与申报一致，住房为自住旧房，没有贵重物品。',
      });
      await step(office, plot.clerk, 'complete-verification');
    }],
    [appraised, (office) => step(office, plot.clerk, 'appraise', {
      heldOn: appraised, place: '社区会议室', attended: 15, representatives: 12, agree: 14, disagree: 1, conclusion: 'true', opinion: '情况属实，同意上报。', allSigned: true,
    })],
    [proposed, async (office) => {
      await step(office, plot.lead, 'propose', { opinion: plot.extraYuan ? '收入偏高，报市局审定。' : '符合条件，拟同意。', place: '社区公告栏、镇区政务公开栏' });
      if (plot.stop === 'objection') await object(office, running.caseId);
    }],
    [submitted, async (office) => {
      await step(office, plot.lead, 'submit');
      await fileNoticePhoto(office, plot.clerk, running.caseId);
    }],
    [reviewed, (office) => (plot.stop === 'refused' ? step(office, 'approver', 'refuse', { opinion: '家庭收入高于低保标准，不予批准。可以申请临时救助。' })
      : step(office, 'approver', 'propose-approval', { opinion: '拟批准。', countyVisited: true, place: '社区公告栏、市民政局网站' }))],
    [decided, async (office) => {
      await step(office, 'approver', 'approve');
      await fileReceipt(office, plot.clerk, running.caseId);
    }],
  ];
  return acts.flatMap(([day, run]) => (day === undefined ? [] : [{ day, run }]));
}

/** A portal account for the head of a household, opened at the window. */
async function openPortalAccount(office: DemoOffice, login: string, household: DemoHousehold): Promise<void> {
  const head = household.members[household.head];
  if (!head) throw new Error('a household without a head');
  await office.act('shiqi', 'access.register-resident', {
    login, name: head.name, idNumber: head.idNumber, hukouKind: household.hukouKind, division: await office.divisionId(household.village),
  });
  await office.usePassword(login);
}

/** 陈秀英 of 太平社区, who has not applied yet: the walk through begins with her. */
export const newcomer: StoryEvent = {
  day: '2014-11-03',
  run: async (office) => {
    await office.act('shiqi', 'access.register-resident', {
      login: 'chen', name: '陈秀英', idNumber: '442099195801024423', hukouKind: 'urban', division: await office.divisionId('442000001016'),
    });
    await office.usePassword('chen');
    await mandateStory(office, '2014-11-03');
  },
};

async function object(office: DemoOffice, caseId: number): Promise<void> {
  const view = await office.see<{ notice: { id: number } | null }>('shiqi-lead', 'casework.get-case', { caseId });
  if (view.notice) await office.act('shiqi2', 'notices.object', { noticeId: view.notice.id, content: '听说这家人儿子在外面开店，每月有钱寄回来，请核实。', name: '一位街坊' });
}
