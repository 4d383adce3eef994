import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World, doors, CHEN_FORM } from '../../../test/acceptance/application-world.ts';
import { verifyAudit } from '../audit/verify.ts';
import { idCardCheckDigit } from '../values/id-card-number.ts';
import askAgain from './commands/ask-again.ts';
import recordFinding from './commands/record-finding.ts';
import { pauseAfter } from './note-attempt.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

let born = 100;
/** A household of one, with nothing but itself. */
async function alone(): Promise<{ caseId: number; idNumber: string }> {
  born += 2;
  const head = `44209919700101${born}`;
  const idNumber = head + idCardCheckDigit(head);
  const caseId = await world.accepted({
    ...CHEN_FORM, members: [{ ...CHEN_FORM.members[0], name: '温小娣', idCard: idNumber }], incomes: [], hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined, movable: '0' });
  world.agencies.know('bank-deposits', idNumber, [{ category: 'deposits', title: '活期存款', fen: 120_000 }, { category: 'funds', title: '理财', fen: 5_000 }]);
  await world.must('clerk', caseId, 'start-verification');
  return { caseId, idNumber };
}
const report = async (caseId: number) => (await world.look(world.posts.clerk, doors.getCase, { caseId })).verification;
const bank = async (caseId: number) => (await report(caseId)).lines.find((line) => line.agency === 'bank-deposits');

test('a slow agency is asked again until it has answered; others are not waited for', async () => {
  world.agencies.control('bank-deposits', 'slow', 3);
  const { caseId } = await alone();
  await world.work(2);
  expect(await bank(caseId)).toMatchObject({ state: 'sent', words: '' });
  expect((await report(caseId)).lines.find((line) => line.agency === 'social-insurance')).toMatchObject({ state: 'answered', words: '没有领取待遇，也没有在职参保' });
  expect(await world.step('clerk', caseId, 'complete-verification')).toMatchObject({ ok: false, refused: { code: 'verification.incomplete', details: { missing: '温*娣：银行存款，还没有答复' } } });
  await world.work(4);
  expect(await bank(caseId)).toMatchObject({ state: 'answered', words: '活期存款 1,200.00 元；理财 50.00 元' });
  expect(await world.step('clerk', caseId, 'start-verification')).toMatchObject({ ok: false, refused: { code: 'verification.running' } });
});

test('a partial answer is kept and does not count as the whole', async () => {
  world.agencies.control('bank-deposits', 'partial', 2);
  const { caseId } = await alone();
  await world.work(2);
  expect(await bank(caseId)).toMatchObject({ state: 'partial', words: '活期存款 1,200.00 元（还在查：基金、理财）' });
  expect(await world.step('clerk', caseId, 'complete-verification')).toMatchObject({ ok: false, refused: { code: 'verification.incomplete' } });
  await world.work(4);
  expect((await bank(caseId))?.answers.map((answer) => answer.kind)).toEqual(['partial', 'complete']);
});

test('an agency that is down is tried with growing pauses; requests are not doubled when it is up again', async () => {
  expect([0, 1, 2, 9].map(pauseAfter)).toEqual([1, 5, 30, 3600]);
  world.agencies.control('bank-deposits', 'down');
  const { caseId } = await alone();
  const before = world.agencies.count();
  await world.work(3);
  expect(await bank(caseId)).toMatchObject({ state: 'queued' });
  expect((await bank(caseId))?.attempts).toBeGreaterThanOrEqual(2);
  const { rows: [next] } = await world.cities.owner.query(`select count(*)::int as waiting, max(kind) as kind from city_442000.job where state = 'waiting' and kind like 'verification.%'`);
  expect(next).toEqual({ waiting: 1, kind: 'verification.poll' });
  world.agencies.control('bank-deposits', 'normal');
  await world.work(3);
  expect(await bank(caseId)).toMatchObject({ state: 'answered' });
  expect(world.agencies.count() - before).toBe(2);
});

test('an agency that cannot answer, or lets the time pass, is replaced by a clerk with a reason; never one that still may', async () => {
  world.agencies.control('bank-deposits', 'unable');
  const { caseId } = await alone();
  await world.work(3);
  const line = await bank(caseId);
  expect(line).toMatchObject({ state: 'unable', words: '没有存款（系统中查不到此人）' });
  const other = (await report(caseId)).lines.find((one) => one.agency === 'social-insurance');
  const finding = { finding: '存折余额 1,200.00 元', reason: '银行查不到，存折原件已核对' };
  expect(await world.run(world.posts.clerk, recordFinding, { requestId: other?.requestId, ...finding })).toMatchObject({ ok: false, refused: { code: 'verification.not-needed' } });
  expect(await world.run(world.posts.clerk, recordFinding, { requestId: line?.requestId, finding: '有', reason: '' })).toMatchObject({ ok: false, refused: { code: 'input.invalid' } });
  await world.done(world.posts.clerk, recordFinding, { requestId: line?.requestId, ...finding });
  expect(await bank(caseId)).toMatchObject({ state: 'manual', reason: finding.reason });
  expect(await world.must('clerk', caseId, 'complete-verification')).toBe('investigation');

  world.agencies.control('bank-deposits', 'slow', 99);
  const late = await alone();
  await world.work(2);
  await world.cities.owner.query(`update city_442000.verification_request set deadline = now() - interval '1 hour' where case_id = $1`, [late.caseId]);
  await world.work(2);
  expect(await bank(late.caseId)).toMatchObject({ state: 'overdue' });
  world.agencies.control('bank-deposits', 'normal');
  await world.done(world.posts.clerk, askAgain, { requestId: (await bank(late.caseId))?.requestId });
  await world.work(2);
  expect(await bank(late.caseId)).toMatchObject({ state: 'answered' });
});

test('a wrong answer corrected later is a new row; frozen evidence stays as it was', async () => {
  world.agencies.control('bank-deposits', 'wrong');
  const { caseId } = await alone();
  await world.work(3);
  await world.must('clerk', caseId, 'complete-verification');
  const { frozen } = await report(caseId);
  world.agencies.control('bank-deposits', 'normal');
  for (let twice = 0; twice < 2; twice += 1) {
    await world.done(world.posts.clerk, askAgain, { requestId: (await bank(caseId))?.requestId });
    await world.work(1);
  }
  expect((await bank(caseId))?.answers.map((answer) => answer.kind)).toEqual(['complete', 'correction']);
  const { rows: [kept] } = await world.cities.owner.query(`select encode(digest, 'hex') as digest, report::text as report from city_442000.evidence where case_id = $1`, [caseId]);
  expect(kept.digest).toBe(frozen?.digest);
  expect(kept.report).toContain('错录的一笔');
  expect(kept.report).not.toContain('理财');
  // what came after the freeze is named on the case, and what was stated (nothing) is held against what is known
  expect(await report(caseId)).toMatchObject({ after: [{ agencyTitle: '银行存款', words: '活期存款 1,200.00 元；理财 50.00 元' }],
    comparisons: [{ title: '存款、理财', member: null, declaredFen: 0, answeredFen: 125_000, standing: 'more' }] });
});

test('no number of a document is written anywhere by a check; the record is whole', async () => {
  const { idNumber } = await alone();
  await world.work(3);
  const { rows: [all] } = await world.cities.owner.query(
    `select (select string_agg(j.payload::text || coalesce(j.last_error, ''), '') from city_442000.job j) || (select string_agg(a.answer::text, '') from city_442000.verification_answer a) ||
            (select string_agg(l.subjects::text || coalesce(l.purpose, ''), '') from city_442000.read_log l) as text`);
  expect(all.text).not.toContain(idNumber);
  expect(all.text).toContain('发出核对');
  expect((await verifyAudit(world.cities.zhongshan)).findings).toEqual([]);
});
