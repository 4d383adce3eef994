import { randomUUID } from 'node:crypto';
import type { Caller } from '../../src/kernel/access/caller.ts';
import authorise from '../../src/kernel/casework/commands/authorise.ts';
import register from '../../src/kernel/casework/commands/register-application.ts';
import takeStep from '../../src/kernel/casework/commands/take-step.ts';
import getCase from '../../src/kernel/casework/queries/get-case.ts';
import type { CommandDefinition } from '../../src/kernel/contract/door.ts';
import { command, type CommandOutcome } from '../../src/kernel/db/command.ts';
import { APPRAISAL, CHEN, CHEN_FORM, HUANG, openWorld, SURVEY, type Staff } from './application-world.ts';

/** The same household with so much a month: 1,700 lies above 低保 for three (1,599) and below the low-income line (2,398.50, a demo value). */
export const formWith = (wageOfSixMonths: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...CHEN_FORM, ...more, incomes: [{ person: CHEN[0], source: 'wage', note: '清洁零工', regular: 'total', total: wageOfSixMonths, months: '6' }, { person: HUANG[0], source: 'pension', regular: 'monthly', monthly: '165' }],
});
/** The recognition's form asks neither how one applies nor for 三无. */
export function recognitionForm(wageOfSixMonths: string): Record<string, unknown> {
  const { application: _application, threeNone: _threeNone, ...form } = formWith(wageOfSixMonths);
  return form;
}
export const LOW = '9210';
export const POOR = '3720';

/** A world in which every declared matter runs, with short cuts through the steps of a case. */
export async function openRecognitionWorld() {
  const world = await openWorld();
  const must = async (who: Staff, caseId: number, step: string, data?: Record<string, unknown>): Promise<string> => {
    const { version } = await world.look(world.posts[who], getCase, { caseId });
    const answer = await world.run(world.posts[who], takeStep, { caseId, step, seen: version, ...(data ? { data } : {}) });
    if (!answer.ok) throw new Error(`${step}: ${JSON.stringify(answer)}`);
    return answer.result.state;
  };
  const tryStep = async (who: Staff, caseId: number, step: string, data?: Record<string, unknown>): Promise<CommandOutcome<unknown>> => {
    const { version } = await world.look(world.posts[who], getCase, { caseId });
    return world.run(world.posts[who], takeStep, { caseId, step, seen: version, ...(data ? { data } : {}) });
  };
  const open = async (matter: string, form: Record<string, unknown>, day: string): Promise<number> => {
    const { caseId } = await world.done(world.posts.clerk, register, { matter, values: form });
    await world.done(world.posts.clerk, authorise, { caseId });
    await must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
    await must('clerk', caseId, 'start-verification');
    await world.work();
    await must('clerk', caseId, 'complete-verification');
    await must('clerk', caseId, 'survey', { ...SURVEY, visitedOn: day });
    return caseId;
  };
  return {
    ...world, must, tryStep,
    /** 低收入 up to the desk of the office that recognises, which it reaches nine days later. */
    async toRecognise(form: Record<string, unknown>, day: string, after: string): Promise<number> {
      await world.on(day);
      const caseId = await open('low-income-recognition', form, day);
      await this.noticed(caseId, after);
      return caseId;
    },
    async noticed(caseId: number, after: string): Promise<void> {
      await must('lead', caseId, 'propose', { opinion: '符合', place: '太平社区公告栏' });
      await world.on(after);
      await must('lead', caseId, 'submit');
    },
    /** 低保 up to the county's desk. */
    async toApprove(form: Record<string, unknown>, day: string, after: string): Promise<number> {
      await world.on(day);
      const caseId = await open('subsistence-allowance', form, day);
      await must('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: day });
      await this.noticed(caseId, after);
      return caseId;
    },
    as: <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<CommandOutcome<O>> => command(world.cities.zhongshan, caller, door, body, { key: randomUUID() }),
  };
}
