import { createHash, randomUUID } from 'node:crypto';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { command } from '../../src/kernel/db/command.ts';
import { storeFile } from '../../src/kernel/documents/store-file.ts';
import filePaper from '../../src/kernel/dossier/commands/file-paper.ts';
import proposeValue from '../../src/kernel/policy/commands/propose-value.ts';
import signValue from '../../src/kernel/policy/commands/sign-value.ts';
import { staff } from '../harness/city.ts';
import { APPRAISAL, CHEN_FORM, SURVEY, type World } from './application-world.ts';

/** 谭小辉, who lives alone and qualifies. */
export const TAN_FORM = {
  ...CHEN_FORM, members: [{ ...CHEN_FORM.members[0], name: '谭小辉', idCard: '442099197205060312' }], incomes: [{ person: '谭小辉', source: 'wage', regular: 'total', total: '1200', months: '6' }],
  hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined, movable: '0',
};

/** Takes a case as far as the day on which the approval may be given. */
export async function toApproval(world: World, form: Record<string, unknown> = TAN_FORM): Promise<number> {
  await world.on('2014-11-03');
  const caseId = await world.accepted(form);
  await world.must('clerk', caseId, 'start-verification');
  await world.work();
  await world.must('clerk', caseId, 'survey', SURVEY);
  await world.must('clerk', caseId, 'complete-verification');
  await world.must('clerk', caseId, 'appraise', APPRAISAL);
  await world.must('lead', caseId, 'propose', { opinion: '同意', place: '社区公告栏' });
  await world.on('2014-11-11');
  await world.must('lead', caseId, 'submit');
  await world.must('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: true, place: '市局网站' });
  await world.on('2014-11-19');
  return caseId;
}

/** A scan as somebody at the desk hands it in. */
export async function scan(world: World, caller: Caller, name: string, bytes = Buffer.from(`${name} 的扫描件`)): Promise<number> {
  const { id } = await world.done(caller, storeFile(bytes), { name, mediaType: name.endsWith('.pdf') ? 'application/pdf' : name.endsWith('.png') ? 'image/png' : 'image/jpeg', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
  return id;
}

/** Every scan the checklist asks for before an approval. */
export async function fileAll(world: World, caseId: number, reason?: string): Promise<void> {
  const { clerk } = world.posts;
  const { rows } = await world.cities.owner.query<{ person_id: string }>('select person_id from city_442000.case_member where case_id = $1 order by id', [caseId]);
  const more = reason === undefined ? {} : { reason };
  for (const { person_id: person } of rows) await world.done(clerk, filePaper, { caseId, item: 'identity', personId: Number(person), fileId: await scan(world, clerk, '身份证.jpg'), ...more });
  await world.done(clerk, filePaper, { caseId, item: 'household-register', fileId: await scan(world, clerk, '户口簿.jpg'), ...more });
  await world.done(clerk, filePaper, { caseId, item: 'notice-photo', fileId: await scan(world, clerk, '公示照片.jpg'), ...more });
}

/** A local rule, entered by one officer and signed by another: approve only what is complete. */
export async function blockIncomplete(world: World): Promise<void> {
  const zs = world.cities.zhongshan;
  const [one, other] = [await staff(world.cities, zs, 'standards-officer', '442000'), await staff(world.cities, zs, 'standards-officer', '442000')];
  const proposed = await command(zs, one, proposeValue, { parameter: 'dossier-gate', division: '442000', from: '2014-01-01', to: null, value: 'block', document: { title: '中山市低保档案管理办法（测试用）', number: '测〔2014〕9号' } }, { key: randomUUID() });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed));
  const signed = await command(zs, other, signValue, { proposal: (proposed.result as { id: number }).id, agree: true }, { key: randomUUID() });
  if (!signed.ok) throw new Error(JSON.stringify(signed));
}
