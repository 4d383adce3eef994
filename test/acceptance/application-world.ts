import { randomUUID } from 'node:crypto';
import { makeApply } from '../../src/kernel/casework/commands/apply.ts';
import { makeAuthorise } from '../../src/kernel/casework/commands/authorise.ts';
import { makeRegisterApplication } from '../../src/kernel/casework/commands/register-application.ts';
import { makeSaveDraft } from '../../src/kernel/casework/commands/save-draft.ts';
import { makeTakeStep } from '../../src/kernel/casework/commands/take-step.ts';
import { makeGetCase } from '../../src/kernel/casework/queries/get-case.ts';
import { makeMyCase } from '../../src/kernel/casework/queries/my-case.ts';
import { makeAnswerObjection } from '../../src/kernel/notices/commands/answer-objection.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import type { CommandDefinition, QueryDefinition } from '../../src/kernel/contract/door.ts';
import { command, type CommandOutcome } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import poll from '../../src/kernel/verification/jobs/poll.ts';
import send from '../../src/kernel/verification/jobs/send.ts';
import { startAgencies, type Agencies } from '../../demo/agencies/server.ts';
import { openTestCities, staff, type TestCities } from '../harness/city.ts';
import { moveDay, resident } from './people.ts';

/** The installation's own declarations: the day decides that the procedure of 2012 applies. */
const source = loadRegistry;
export const doors = {
  apply: makeApply(source), authorise: makeAuthorise(source), register: makeRegisterApplication(source), saveDraft: makeSaveDraft(source), step: makeTakeStep(source),
  answerObjection: makeAnswerObjection(source), getCase: makeGetCase(source), myCase: makeMyCase(source),
};

export type Staff = 'clerk' | 'second' | 'lead' | 'approver';
export const CHEN = ['陈秀英', '442099195801024423'] as const;
export const HUANG = ['黄志强', '442099195301023010'] as const;
export const XIN = ['黄可欣', '442099199501100146'] as const;

const member = (name: string, idCard: string, relation: string, more: Record<string, unknown> = {}) => ({
  name, idCard, relation, hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: 'none', labour: 'able', ...more,
});
/** 陈秀英's household of three: cleaning work 620 元, a pension of 165 元, a daughter at university. */
export const CHEN_FORM = {
  division: '442000001001', address: '太平路 3 号', phone: '13800000000', hukouKind: 'urban', application: 'household', singleParent: false, threeNone: false,
  members: [
    member(...CHEN, 'self'), member(...HUANG, 'spouse', { hasDisability: true, disabilityKind: 'physical', disabilityGrade: '2', labour: 'none' }),
    member(...XIN, 'child', { study: 'undergraduate', labour: 'able' }),
  ],
  incomes: [{ person: CHEN[0], source: 'wage', note: '清洁零工', regular: 'total', total: '3720', months: '6' }, { person: HUANG[0], source: 'pension', regular: 'monthly', monthly: '165' }],
  movable: '6318.42', vehicles: '0', houses: '1', hasAccount: true, bankCode: '103', accountHolder: CHEN[0], accountNumber: '6228480012345678901', authorise: true, relativeOfStaff: false, truthful: true,
};

export interface World {
  readonly cities: TestCities; readonly agencies: Agencies; readonly posts: Readonly<Record<Staff, Caller>>; readonly chen: Caller;
  run<I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<CommandOutcome<O>>;
  done<I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<O>;
  look<I, O>(caller: Caller, door: QueryDefinition<I, O>, body: unknown): Promise<O>;
  /** Takes a step with the version that is current; gives the outcome. */
  step(who: Staff, caseId: number, step: string, data?: Record<string, unknown>): Promise<CommandOutcome<{ state: string; version: number }>>;
  must(who: Staff, caseId: number, step: string, data?: Record<string, unknown>): Promise<string>;
  on(day: string): Promise<void>;
  /** Runs queued work; `hurry` lets what waits for later come due. */
  work(rounds?: number): Promise<void>;
  /** A case of an invented household, accepted, with everyone's authorisation. */
  accepted(form?: Record<string, unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const cities = await openTestCities();
  const zs = cities.zhongshan;
  const agencies = await startAgencies();
  process.env['AGENCY_SOCIAL_INSURANCE_URL'] = `${agencies.url}/social-insurance`;
  process.env['AGENCY_BANK_DEPOSITS_URL'] = `${agencies.url}/bank-deposits`;
  // the clock of a city never goes back; a test begins before anything has happened
  await cities.owner.query(`set session_replication_role = replica; update city_442000.city set demo_day = '2014-10-13'; set session_replication_role = origin`);
  await staff(cities, zs, 'system', '442000');
  const posts = { clerk: await staff(cities, zs, 'town-clerk', '442000001'), second: await staff(cities, zs, 'town-clerk', '442000001'), lead: await staff(cities, zs, 'town-lead', '442000001'), approver: await staff(cities, zs, 'approver', '442000') };
  const chen = await resident(cities, zs, ...CHEN);
  const world: World = {
    cities, agencies, posts, chen,
    run: (caller, door, body) => command(zs, caller, door, body, { key: randomUUID() }),
    async done(caller, door, body) {
      const answer = await world.run(caller, door, body);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.result;
    },
    async look(caller, door, body) {
      const answer = await query(zs, caller, door, body);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.result;
    },
    async step(who, caseId, step, data) {
      const { version } = await world.look(posts[who], doors.getCase, { caseId });
      return world.run(posts[who], doors.step, { caseId, step, seen: version, ...(data ? { data } : {}) });
    },
    async must(who, caseId, step, data) {
      const answer = await world.step(who, caseId, step, data);
      if (!answer.ok) throw new Error(`${step}: ${JSON.stringify(answer)}`);
      return answer.result.state;
    },
    on: (day) => moveDay(cities, day),
    async work(rounds = 6) {
      for (let round = 0; round < rounds; round += 1) {
        await cities.owner.query(`update city_442000.job set run_after = now() where state = 'waiting'`);
        while (await workOnce(zs, [send, poll])) { /* until nothing is due */ }
      }
    },
    async accepted(form = CHEN_FORM) {
      const { caseId } = await world.done(posts.clerk, doors.register, { matter: 'subsistence-allowance', values: form });
      await world.done(posts.clerk, doors.authorise, { caseId });
      await world.must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
      return caseId;
    },
    async close() { await agencies.stop(); await cities.close(); },
  };
  return world;
}

/** Ids of invented people, one after another, valid by GB 11643. */
export const SURVEY = { visitedOn: '2014-11-03', investigators: [{ name: '刘敏', signed: true }, { name: '钟伟', signed: true }], personSigned: true, findings: '与申报相符' };
export const APPRAISAL = { heldOn: '2014-11-03', place: '太平社区', attended: 15, representatives: 11, agree: 14, disagree: 1, conclusion: 'true', opinion: '情况属实', allSigned: true };
