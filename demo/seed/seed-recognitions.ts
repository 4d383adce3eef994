import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import type { DemoHousehold } from '../population/demo-household.ts';
import { generatePopulation } from '../population/generate-population.ts';
import { applicationAnswers } from './application-answers.ts';
import type { DemoOffice } from './demo-office.ts';
import type { StoryEvent } from './seed-cases.ts';

/** 石岐's low-income households of 2014: how many, on which days they go through, 元 a person that lie between 低保 (533) and the low-income line (799.50). */
const BATCHES = [
  // the first hold four months by the demo's own figure: they are about to expire on the morning the demo begins
  { households: 4, opened: '2014-07-02', visited: '2014-07-08', submitted: '2014-07-16', recognised: '2014-07-18' },
  { households: 14, opened: '2014-07-28', visited: '2014-08-05', submitted: '2014-08-14', recognised: '2014-08-19' },
  { households: 12, opened: '2014-09-09', visited: '2014-09-16', submitted: '2014-09-25', recognised: '2014-09-29' },
] as const;
const TOWN = '442000001';
const BETWEEN = { low: 560, high: 780 };

const perHead = (household: DemoHousehold): number => household.members.flatMap((member) => member.incomes).reduce((sum, income) => sum + income.monthlyFen, 0) / household.members.length / 100;

/** Invented households whose income a little work on top brings between the two lines; nobody of them stands on a register yet. */
function inventLowIncome(taken: ReadonlySet<string>): DemoHousehold[] {
  const divisions = listDivisionsOn(readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8')), plainDate('2014-10-31'));
  const wanted = BATCHES.reduce((sum, batch) => sum + batch.households, 0);
  return generatePopulation({ seed: 1501, divisions, households: 1500, persons: 3600 })
    .filter((one) => one.village.startsWith(TOWN) && perHead(one) < BETWEEN.high && one.members.every((member) => !taken.has(member.idNumber) && member.birthDate < '2014-06-01' && one.members.filter((other) => other.name === member.name).length === 1))
    .slice(0, wanted);
}

/** What is earned on top so that a head has between the lines, spread over the households. */
const extraOf = (household: DemoHousehold, at: number): number => Math.max(0, Math.round((BETWEEN.low + (at * 37) % (BETWEEN.high - BETWEEN.low) - perHead(household)) * household.members.length));

/** 低收入困难家庭认定 of summer and autumn: registered, checked, visited, noticed, recognised. */
export function recognitionStory(taken: ReadonlySet<string>): StoryEvent[] {
  const households = inventLowIncome(taken);
  let from = 0;
  return BATCHES.flatMap((batch) => {
    const running = households.slice(from, (from += batch.households)).map((household, at) => ({ household, at, caseId: 0, version: 0 }));
    const step = async (office: DemoOffice, one: (typeof running)[number], login: string, id: string, data: Record<string, unknown> = {}): Promise<void> => {
      ({ version: one.version } = await office.act<{ version: number }>(login, 'casework.take-step', { caseId: one.caseId, step: id, seen: one.version, data }));
    };
    const each = (day: string, run: (office: DemoOffice, one: (typeof running)[number]) => Promise<void>, after?: (office: DemoOffice) => Promise<void>): StoryEvent => ({
      day, run: async (office) => { for (const one of running) await run(office, one); await after?.(office); },
    });
    return [
      each(batch.opened, async (office, one) => {
        const { application: _application, threeNone: _threeNone, ...answers } = applicationAnswers(one.household, extraOf(one.household, one.at));
        Object.assign(one, await office.act<{ caseId: number; version: number }>('shiqi', 'casework.register-application', { matter: 'low-income-recognition', values: answers }));
        await step(office, one, 'shiqi', 'accept', { complete: true, relativeOfStaff: false });
        await office.act('shiqi', 'casework.authorise', { caseId: one.caseId });
        await step(office, one, 'shiqi', 'start-verification');
      }, (office) => office.work()),
      each(batch.visited, async (office, one) => {
        await step(office, one, 'shiqi', 'survey', { visitedOn: batch.visited, investigators: [{ name: '刘志敏', signed: true }, { name: '钟伟', signed: true }], personSigned: true, findings: '家里有人打零工，收入不高，与申报一致。' });
        await step(office, one, 'shiqi', 'complete-verification');
        await step(office, one, 'shiqi-lead', 'propose', { opinion: '收入在低保标准以上、低收入线以下，拟同意认定。', place: '社区公告栏' });
      }),
      each(batch.submitted, (office, one) => step(office, one, 'shiqi-lead', 'submit')),
      each(batch.recognised, (office, one) => step(office, one, 'approver', 'recognise', { opinion: '同意认定。' })),
    ];
  });
}
