import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealBlock } from '../../src/kernel/audit/seal-block.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import { query } from '../../src/kernel/db/query.ts';
import filePaper from '../../src/kernel/dossier/commands/file-paper.ts';
import getFile from '../../src/kernel/dossier/queries/get-file.ts';
import getRates from '../../src/kernel/dossier/queries/get-rates.ts';
import listFiles from '../../src/kernel/dossier/queries/list-files.ts';
import type { HouseholdFile } from '../../src/kernel/dossier/read-file.ts';
import { staff } from '../harness/city.ts';
import { openWorld, type World } from './application-world.ts';
import { blockIncomplete, fileAll, scan, TAN_FORM, toApproval } from './dossier-world.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const householdOf = async (caseId: number): Promise<number> => Number((await world.cities.owner.query<{ household_id: string }>('select household_id from city_442000.case_file where id = $1', [caseId])).rows[0]?.household_id);
const fileOf = async (caseId: number): Promise<HouseholdFile> => world.look(world.posts.clerk, getFile, { household: await householdOf(caseId), year: 2014 });
const missing = (file: HouseholdFile): string[] => file.cases.flatMap((one) => one.lines.filter((line) => !line.there && (line.due === 'approval' || one.decided)).map((line) => line.key));

describe('[S026 whole] 一户一档：清单、门槛、封存、附件、齐全率', () => {
  let caseId: number;

  test('没有规定的地方只提醒：档案缺什么一项一项说出来，批准照样能办，名单上有它', async () => {
    caseId = await toApproval(world);
    expect(missing(await fileOf(caseId))).toEqual(['identity', 'household-register', 'notice-photo']);
    expect((await fileOf(caseId)).cases[0]?.gate).toBe('flag');
    await world.must('approver', caseId, 'approve');
    const { lines } = await world.look(world.posts.clerk, listFiles, { year: 2014 });
    expect(lines).toMatchObject([{ id: await householdOf(caseId), missing: ['身份证复印件（每人一份）', '户口簿复印件', '公示张贴照片', '送达回证'] }]);
    expect((await world.look(world.posts.clerk, getRates, { year: 2014 })).towns).toMatchObject([{ name: '石岐区', files: 1, complete: 0 }]);
  });

  test('决定那一刻封存第一版；以后只能作为附件归入，要写原因', async () => {
    const file = await fileOf(caseId);
    expect(file.versions).toMatchObject([{ version: 1, on: '2014-11-19', intact: true, because: expect.stringContaining('批准') }]);
    expect(file.contents.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['action', 'authorisation', 'report', 'notice', 'decision']));
    const fileId = await scan(world, world.posts.clerk, '户口簿.jpg');
    expect(await world.run(world.posts.clerk, filePaper, { caseId, item: 'household-register', fileId })).toMatchObject({ ok: false, refused: { code: 'dossier.reason-needed' } });
    await fileAll(world, caseId, '申请时没有复印');
    const after = await fileOf(caseId);
    expect(missing(after)).toEqual(['service']);
    expect(after.cases[0]?.lines.find((line) => line.key === 'identity')?.papers).toMatchObject([{ afterVersion: 1, reason: '申请时没有复印', person: '谭*辉' }]);
    expect(after.versions).toMatchObject([{ version: 1, intact: true }]);
  });

  test('送达回证归入以后齐了；齐全率按镇街算得出', async () => {
    await world.done(world.posts.clerk, filePaper, { caseId, item: 'service', fileId: await scan(world, world.posts.clerk, '送达回证.jpg'), reason: '决定以后送达' });
    expect((await fileOf(caseId)).complete).toBe(true);
    expect((await world.look(world.posts.approver, getRates, { year: 2014 })).towns).toMatchObject([{ name: '石岐区', files: 1, complete: 1 }]);
    expect((await world.look(world.posts.clerk, listFiles, { year: 2014 })).lines).toEqual([]);
    expect((await world.look(world.posts.clerk, listFiles, { year: 2014, view: 'complete' })).lines).toHaveLength(1);
  });

  test('封存过的改不了：数据库不许；绕过去改了，审计和档案都看得出', async () => {
    const { zhongshan } = world.cities;
    const client = await zhongshan.pool.connect();
    await expect(client.query(`begin; set local role mz_442000_staff; update city_442000.dossier_version set because = '改'`)).rejects.toThrow(/permission denied/);
    await client.query('rollback');
    await expect(client.query(`begin; set local role mz_442000_staff; delete from city_442000.dossier_paper`)).rejects.toThrow(/permission denied/);
    await client.query('rollback');
    client.release();
    await sealBlock(zhongshan);
    expect((await verifyAudit(zhongshan)).findings).toEqual([]);
    await world.cities.owner.query(`set session_replication_role = replica; update city_442000.authorisation set represented_by = '别人' where case_id = ${caseId}; set session_replication_role = origin`);
    expect((await fileOf(caseId)).versions).toMatchObject([{ intact: false }]);
    await world.cities.owner.query(`set session_replication_role = replica; update city_442000.authorisation set represented_by = null where case_id = ${caseId}; set session_replication_role = origin`);
    expect((await fileOf(caseId)).versions).toMatchObject([{ intact: true }]);
    await world.cities.owner.query(`set session_replication_role = replica; update city_442000.dossier_version set because = '改过'; set session_replication_role = origin`);
    expect((await verifyAudit(zhongshan)).findings).not.toEqual([]);
  });

  test('别的镇街看不到，也归不进；清单里没有的、不是这一户的人，不收', async () => {
    const elsewhere = await staff(world.cities, world.cities.zhongshan, 'town-clerk', '442000002');
    expect(await query(world.cities.zhongshan, elsewhere, getFile, { household: await householdOf(caseId), year: 2014 })).toMatchObject({ ok: false, refused: { code: 'dossier.no-file' } });
    expect((await world.look(elsewhere, listFiles, { year: 2014, view: 'all' })).lines).toEqual([]);
    expect((await world.look(elsewhere, getRates, { year: 2014 })).towns).toEqual([]);
    const fileId = await scan(world, world.posts.clerk, '照片.jpg');
    expect(await world.run(elsewhere, filePaper, { caseId, item: 'service', fileId, reason: '补归' })).toMatchObject({ ok: false, refused: { code: 'dossier.no-file' } });
    const more = { caseId, fileId, reason: '补归' };
    expect(await world.run(world.posts.clerk, filePaper, { ...more, item: 'holiday-photo' })).toMatchObject({ ok: false, refused: { code: 'dossier.no-item' } });
    expect(await world.run(world.posts.clerk, filePaper, { ...more, item: 'identity' })).toMatchObject({ ok: false, refused: { code: 'dossier.whose' } });
    expect(await world.run(world.posts.clerk, filePaper, { ...more, item: 'identity', personId: world.chen.person ?? 0 })).toMatchObject({ ok: false, refused: { code: 'dossier.whose' } });
  });

  test('当地规定齐了才能批准：缺的时候批准不了，说出缺什么；归齐就能批', async () => {
    await blockIncomplete(world);
    const form = { ...TAN_FORM, members: [{ ...TAN_FORM.members[0], name: '陈秀英', idCard: '442099195801024423' }], incomes: [{ person: '陈秀英', source: 'wage', regular: 'total', total: '1200', months: '6' }] };
    await world.cities.owner.query(`set session_replication_role = replica; update city_442000.city set demo_day = '2014-11-03'; set session_replication_role = origin`);
    const next = await toApproval(world, form);
    expect(await world.step('approver', next, 'approve')).toMatchObject({ ok: false, refused: { code: 'dossier.incomplete', details: { missing: '身份证复印件（每人一份）、户口簿复印件、公示张贴照片' } } });
    expect((await world.cities.owner.query('select 1 from city_442000.benefit_grant where case_id = $1', [next])).rows).toEqual([]);
    await fileAll(world, next);
    expect(await world.must('approver', next, 'approve')).toBe('approved');
  });
});
