import type { CaseDetail } from '../../src/web/workbench/cases/api.ts';
import { applicationOf, CHEN, CHEN_INCOME, OTHERS, type Applicant } from './applicants.ts';
import type { DeskOffice } from './desk-office.ts';

export const MATTER = 'subsistence-allowance';

export const SURVEY = (on: string) => ({ visitedOn: on, investigators: [{ name: '刘志敏', signed: true }, { name: '钟伟', signed: true }], personSigned: true, findings: '家庭人口、居住、收入和申报的一样。' });
export const APPRAISAL = (on: string) => ({ heldOn: on, place: '太平社区居委会', attended: '15', representatives: '11', agree: '14', disagree: '1', conclusion: 'true', opinion: '情况属实', allSigned: true });

/** Moves cases through the same commands as a click; every refusal throws, for then the story is wrong. */
export function caseStory(desk: DeskOffice) {
  const { office } = desk;
  const look = (caseId: number, login = 'shiqi') => office.see<CaseDetail>(login, 'casework.get-case', { caseId });
  const step = async (login: string, caseId: number, id: string, data?: unknown) =>
    office.act(login, 'casework.take-step', { caseId, step: id, seen: (await look(caseId, login)).version, ...(data === undefined ? {} : { data }) });
  const story = {
    look, step,
    async registered(people: readonly Applicant[], more?: Readonly<Record<string, unknown>>): Promise<number> {
      return (await office.act<{ caseId: number }>('shiqi', 'casework.register-application', { matter: MATTER, values: applicationOf(people, more) })).caseId;
    },
    async accepted(people: readonly Applicant[], more?: Readonly<Record<string, unknown>>): Promise<number> {
      const caseId = await story.registered(people, more);
      await office.act('shiqi', 'casework.authorise', { caseId });
      await step('shiqi', caseId, 'accept', { complete: true, relativeOfStaff: false });
      return caseId;
    },
    async checked(caseId: number): Promise<void> {
      await step('shiqi', caseId, 'start-verification');
      await desk.settle();
      await step('shiqi', caseId, 'complete-verification');
    },
    async appraised(caseId: number, on: string): Promise<void> {
      await step('shiqi', caseId, 'survey', SURVEY(on));
      await step('shiqi', caseId, 'appraise', APPRAISAL(on));
    },
    async onNotice(caseId: number): Promise<void> { await step('shiqi-lead', caseId, 'propose', { opinion: '符合条件，同意上报。', place: '太平社区公告栏' }); },
    async proposed(caseId: number): Promise<void> {
      await step('shiqi-lead', caseId, 'submit');
      await step('approver', caseId, 'propose-approval', { opinion: '符合条件，拟批准。', countyVisited: true, place: '市民政局网站、太平社区公告栏' });
    },
  };
  return story;
}

export interface SeededCases { readonly granted: number; readonly refused: number; readonly held: number; readonly waiting: number; readonly fresh: number; readonly overdue: number; readonly objected: number }

/** A desk with something of everything on it, on 18 November 2014; starts on 13 October. */
export async function seedCases(desk: DeskOffice): Promise<SeededCases> {
  const { office } = desk;
  const story = caseStory(desk);
  const granted = await story.accepted(CHEN, CHEN_INCOME);
  await story.checked(granted);
  const refused = await story.accepted(OTHERS.he, { incomes: [{ person: '何伟明', source: 'wage', regular: 'monthly', monthly: '3200' }], movable: '260000', vehicles: '1' });
  await story.checked(refused);
  await office.goTo('2014-10-20');
  await story.appraised(granted, '2014-10-20');
  await story.appraised(refused, '2014-10-20');
  await story.onNotice(granted);
  await office.act('shiqi-lead', 'casework.take-step', { caseId: refused, step: 'propose', seen: (await story.look(refused, 'shiqi-lead')).version, data: { opinion: '收入超过标准，提请不予批准。', place: '太平社区公告栏' } });
  await office.goTo('2014-10-28');
  await story.proposed(granted);
  await story.step('shiqi-lead', refused, 'submit');
  await story.step('approver', refused, 'refuse', { opinion: '收入、财产超过标准。' });
  await story.step('shiqi', refused, 'notify', { deliveredOn: '2014-10-28', how: 'direct', receiver: '何伟明' });
  const overdue = await story.accepted(OTHERS.liang);
  await office.goTo('2014-11-05');
  await story.step('approver', granted, 'approve');
  const [held, objected] = [await story.accepted(OTHERS.zhou), await story.accepted(OTHERS.lu)];
  for (const caseId of [held, objected]) await story.checked(caseId);
  await office.goTo('2014-11-12');
  for (const caseId of [held, objected]) { await story.appraised(caseId, '2014-11-12'); await story.onNotice(caseId); }
  const notice = (await story.look(objected)).notice?.id;
  await office.act('shiqi', 'notices.register-objection', { noticeId: notice, content: '听说他儿子在深圳开公司，常回来看他。', name: '街坊' });
  const waiting = await story.accepted(OTHERS.ma);
  desk.agencies.control('bank-deposits', 'slow', 50);
  await story.step('shiqi', waiting, 'start-verification');
  await desk.settle();
  desk.agencies.control('bank-deposits', 'normal');
  await office.goTo('2014-11-18');
  const fresh = await story.registered(OTHERS.ou, { authorise: false });
  return { granted, refused, held, waiting, fresh, overdue, objected };
}
