import type { Caller } from '../src/kernel/access/caller.ts';
import { applicationOf, type Applicant } from './harness/applicants.ts';
import type { Answer, Wire } from './harness/bureau.ts';
import { BENEFIT } from './harness/payroll-world.ts';
import type { World } from './world.ts';

type Decision = 'approve' | 'end' | 'phase-out';
type Who = 'clerk' | 'lead' | 'approver';
const VILLAGE = { '442000': '442000001001', '440100': '440103001001' } as const;
const INVESTIGATORS = [{ name: '刘志敏', signed: true }, { name: '钟伟', signed: true }];
const APPRAISAL = { attended: '15', representatives: '11', agree: '14', disagree: '1', conclusion: 'true', opinion: '情况属实', allSigned: true };
const SERVED = { how: 'direct', receiver: '户主本人' };

/** One household of a story: what it does, what happens to it, and what its pages say. */
export class Home {
  household = 0;
  grant = 0;
  number = '';
  /** Village it lives in; decides which town and county look after it. */
  division: string;
  private readonly world: World;
  readonly people: readonly Applicant[];
  private readonly answers: Readonly<Record<string, unknown>>;

  constructor(world: World, people: readonly Applicant[], answers: Readonly<Record<string, unknown>>) {
    [this.world, this.people, this.answers] = [world, people, answers];
    this.division = (answers['division'] as string | undefined) ?? VILLAGE[world.bureau.city.code as keyof typeof VILLAGE];
  }

  /** Clerk and lead of the household's town; the approver of its county, in 中山 of the city. */
  staff(who: Who): Promise<Caller> {
    const { bureau } = this.world;
    if (who === 'approver') return bureau.at('approver', bureau.city.code === '442000' ? '442000' : this.division.slice(0, 6));
    return bureau.at(who === 'clerk' ? 'town-clerk' : 'town-lead', this.division.slice(0, 9));
  }

  /** Applies today and is decided under the law of the day, both notices waited for. */
  applies(): Promise<void> { return this.world.apply([this]); }

  /** The application at the window, accepted. */
  async opens(): Promise<number> {
    const { bureau } = this.world;
    const clerk = await this.staff('clerk');
    const { caseId } = await bureau.done(clerk, 'casework.register-application', { matter: BENEFIT, values: applicationOf(this.people, { division: this.division, ...this.answers }) });
    await bureau.done(clerk, 'casework.authorise', { caseId });
    await this.must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
    return caseId as number;
  }

  /** Checked, visited and put up for notice. 2012: the town starts the check and residents appraise; 2021: the county starts it. */
  async investigated(caseId: number, law: 2012 | 2021): Promise<void> {
    const { bureau } = this.world;
    if (law === 2021) await this.must('clerk', caseId, 'start-investigation');
    await this.must(law === 2012 ? 'clerk' : 'approver', caseId, 'start-verification');
    await bureau.work();
    await this.must(law === 2012 ? 'clerk' : 'approver', caseId, 'complete-verification');
    await this.must('clerk', caseId, 'survey', { visitedOn: bureau.today, investigators: INVESTIGATORS, personSigned: true, findings: '与申报相符' });
    if (law === 2012) await this.must('clerk', caseId, 'appraise', { heldOn: bureau.today, place: '社区居委会', ...APPRAISAL });
    await this.must('lead', caseId, 'propose', { opinion: '拟同意', place: '社区公告栏' });
  }

  async submitted(caseId: number, law: 2012 | 2021): Promise<void> {
    await this.must('lead', caseId, 'submit');
    if (law === 2012) await this.must('approver', caseId, 'propose-approval', { opinion: '拟批准', countyVisited: true, place: '民政局网站' });
  }

  async approved(caseId: number, law: 2012 | 2021): Promise<void> {
    await (law === 2012 ? this.must('approver', caseId, 'approve') : this.must('approver', caseId, 'confirm', { opinion: '确认同意' }));
    const [row] = await this.world.bureau.peek<{ grant: string; household: string; number: string }>('select g.id as grant, g.household_id as household, h.number from city.benefit_grant g join city.household h on h.id = g.household_id where g.case_id = $1', [caseId]);
    [this.grant, this.household, this.number] = [Number(row?.grant), Number(row?.household), row?.number ?? ''];
  }

  async step(who: Who, caseId: number, step: string, data?: Readonly<Record<string, unknown>>): Promise<Answer> {
    const [caller, { bureau }] = [await this.staff(who), this.world];
    const { version } = await bureau.see(caller, 'casework.get-case', { caseId });
    return bureau.act(caller, 'casework.take-step', { caseId, step, seen: version, ...(data ? { data } : {}) });
  }

  async must(who: Who, caseId: number, step: string, data?: Readonly<Record<string, unknown>>): Promise<string> {
    const { status, body } = await this.step(who, caseId, step, data);
    if (status !== 200) throw new Error(`${who} ${step}: ${status} ${JSON.stringify(body)}`);
    return body['state'] as string;
  }

  /** Somebody of the household reports what happened; nobody has decided yet. */
  async reports(kind: string, happenedOn: string, values: Readonly<Record<string, unknown>> = {}): Promise<number> {
    return (await this.world.bureau.done(await this.staff('clerk'), 'casework.report-change', { grant: this.grant, values: { kind, happenedOn, ...values } }))['caseId'] as number;
  }

  /** What would follow, before anybody decides. */
  async preview(kind: string, happenedOn: string, values: Readonly<Record<string, unknown>> = {}): Promise<Wire> {
    return this.world.bureau.done(await this.staff('clerk'), 'casework.preview-change', { grant: this.grant, values: { kind, happenedOn, ...values } });
  }

  /** The office looks at the papers and decides a change that stands open. */
  async decided(caseId: number, decision: Decision = 'approve'): Promise<number> {
    await this.must('clerk', caseId, 'accept', { check: false, seen: '凭据' });
    await this.must('approver', caseId, decision, { opinion: '同意' });
    return caseId;
  }

  async #change(kind: string, on: string, values: Readonly<Record<string, unknown>>, decision?: Decision): Promise<number> { return this.decided(await this.reports(kind, on, values), decision); }

  born(name: string, on: string): Promise<number> { return this.#change('birth', on, { name, relation: 'grandchild', sex: 'female', hukouHere: true, authorise: true }); }
  losesWork(person: string, on: string): Promise<number> { return this.#change('job-lost', on, { person }); }
  earns(person: string, monthly: string, on: string, source = 'wage'): Promise<number> { return this.#change('income', on, { person, source, monthly }); }
  findsWork(person: string, monthly: string, on: string, decision: Decision = 'phase-out'): Promise<number> { return this.#change('job-found', on, { person, monthly }, decision); }
  leaves(person: string, why: string, on: string, more: Readonly<Record<string, unknown>> = {}): Promise<number> { return this.#change('left', on, { person, why, ...more }); }

  async moves(division: string, address: string, on: string, decision: Decision = 'approve'): Promise<number> {
    const caseId = await this.#change('move', on, { division, address }, decision);
    this.division = division;
    return caseId;
  }

  /** Some of the household live by themselves from now on; the household that began. */
  async splits(leaving: readonly string[], on: string, more: Readonly<Record<string, unknown>> = {}, decision: Decision = 'approve'): Promise<Home> {
    await this.#change('split', on, { leaving: leaving.map((person) => ({ person })), newHead: leaving[0], address: '民族路 5 号', movable: '0', houses: '0', vehicles: '0', ...more }, decision);
    const begun = new Home(this.world, this.people.filter((one) => leaving.includes(one.name)), { division: this.division });
    const [row] = await this.world.bureau.peek<{ id: string; number: string; grant: string | null }>(
      `select h.id, h.number, (select g.id from city.benefit_grant g where g.household_id = h.id) as grant from city.household h join city.person p on p.id = h.head_person_id where p.name = $1 order by h.id desc limit 1`, [leaving[0]]);
    [begun.household, begun.number, begun.grant] = [Number(row?.id), row?.number ?? '', Number(row?.grant ?? 0)];
    return begun;
  }

  /** A death is registered at the window: the next payment is held and a decision opens. */
  async dies(person: string, on: string): Promise<void> {
    const { id, version } = await this.person(person);
    await this.world.bureau.done(await this.staff('clerk'), 'person.record-death', { person: id, seen: version, diedOn: on, source: 'certificate', certificateNo: '粤中死证 0123', reason: '家属送来死亡证明' });
    await this.world.bureau.work();
  }

  /** The death was registered in error. */
  async livesAfterAll(person: string): Promise<void> {
    const { id, version } = await this.person(person);
    await this.world.bureau.done(await this.staff('lead'), 'person.lift-death', { person: id, seen: version, reason: '同名同姓，弄错了' });
    await this.world.bureau.work();
  }

  /** 暂停 on a ground of law: proposed, agreed, decided, served. */
  async suspended(ground: string, facts: string): Promise<number> { return this.#stopped('suspend', { ask: 'suspend', suspendGround: ground, facts }); }
  async resumed(ground: string, facts: string): Promise<number> { return this.#stopped('resume', { ask: 'resume', resumeGround: ground, facts }); }

  async #stopped(decision: 'suspend' | 'resume', values: Readonly<Record<string, unknown>>): Promise<number> {
    const { caseId } = await this.world.bureau.done(await this.staff('clerk'), 'casework.open-grant-case', { grantId: this.grant, kind: 'stop', values });
    await this.must('lead', caseId, 'agree', { opinion: '情况属实' });
    await this.must('approver', caseId, decision, { opinion: '同意' });
    await this.must('clerk', caseId, 'serve', { ...SERVED, deliveredOn: this.world.bureau.today });
    return caseId as number;
  }

  /** An offer of work at the town's labour desk, and what came of it. */
  async offered(person: string, offeredOn: string, answer: 'refused' | 'just-cause'): Promise<Wire> {
    return this.world.bureau.done(await this.staff('clerk'), 'subsistence-allowance.record-job-offer', { grant: this.grant, person: (await this.person(person)).id, offeredOn, offeredBy: '石岐区人社所', job: '公益性岗位，保洁', answer, reason: '嫌远' });
  }

  /** A review that found the household differs goes its whole way to a lower amount: check, visit, opinion, told in writing, decided. */
  async reviewedLower(caseId: number): Promise<void> {
    const { bureau } = this.world;
    await this.must('clerk', caseId, 'investigate', { what: '复核发现有变化' });
    await this.must('clerk', caseId, 'start-verification');
    await bureau.work();
    await this.must('clerk', caseId, 'survey', { visitedOn: bureau.today, investigators: INVESTIGATORS, personSigned: true, findings: '属实' });
    await this.must('clerk', caseId, 'complete-verification');
    await this.must('lead', caseId, 'propose', { opinion: '拟减发' });
    await this.must('approver', caseId, 'tell', { opinion: '先书面告知' });
    await this.must('clerk', caseId, 'told', { ...SERVED, deliveredOn: bureau.today, reasons: '查明的情况', objects: false });
    await this.must('approver', caseId, 'lower', { opinion: '决定减发' });
  }

  /** The case about the grant that stands open. */
  async openCase(): Promise<{ id: number; kind: string; procedure: string } | undefined> {
    const [row] = await this.world.bureau.peek<{ id: string; kind: string; procedure: string }>('select id, kind, procedure from city.case_file where grant_id = $1 and outcome is null', [this.grant]);
    return row && { ...row, id: Number(row.id) };
  }

  /** What is held back a month of what was paid too much. 元. */
  async repays(totalYuan: number, monthlyYuan: number, reason: string): Promise<void> {
    await this.world.bureau.done(await this.world.bureau.at('payroll-officer'), 'benefits.plan-recovery', { grant: this.grant, totalFen: totalYuan * 100, monthlyFen: monthlyYuan * 100, reason });
  }

  async person(name: string): Promise<{ id: number; version: number }> {
    const [row] = await this.world.bureau.peek<{ id: string; version: number }>(
      'select p.id, p.version from city.person p join city.household_member m on m.person_id = p.id where m.household_id = $1 and p.name = $2 order by m.id desc limit 1', [this.household, name]);
    if (!row) throw new Error(`${name} 不在这一户`);
    return { id: Number(row.id), version: row.version };
  }

  /** How the grant's page explains a month, as known now. */
  async explanation(month: string): Promise<string> {
    const { versions } = await this.world.bureau.see(await this.world.bureau.at('auditor'), 'benefits.get-grant', { grant: this.grant });
    const version = (versions as Wire[]).find((one) => !one['superseded'] && one['fromMonth'] <= month && (one['toMonth'] === null || one['toMonth'] > month));
    return version?.['assessment']?.explanation ?? version?.['reason'] ?? '';
  }

  /** The household's page as its clerk opens it, or another reader: every query of it. */
  async page(reader?: Caller): Promise<{ home: Wire; changes: Wire[]; payments: Wire[]; reviews: Wire[] }> {
    const [{ bureau }, clerk] = [this.world, reader ?? await this.staff('clerk')];
    const { household } = this;
    return {
      home: await bureau.see(clerk, 'household.get-household', { household }), changes: await bureau.see(clerk, 'household.list-changes', { household }) as Wire[],
      payments: await bureau.see(clerk, 'payroll.list-household-payments', { household }) as Wire[], reviews: await bureau.see(clerk, 'reviews.get-for-household', { household }) as Wire[],
    };
  }

  /** What a member finds under 我的. */
  async own(name: string): Promise<{ grants: Wire[]; cases: Wire[]; messages: Wire }> {
    const { bureau } = this.world;
    const me = await bureau.resident((await this.person(name)).id, name);
    return { grants: await bureau.see(me, 'benefits.my-grants') as Wire[], cases: await bureau.see(me, 'casework.my-cases') as Wire[], messages: await bureau.see(me, 'inbox.my-messages') };
  }
}
