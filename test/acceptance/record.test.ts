import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sealBlock } from '../../src/kernel/audit/seal-block.ts';
import { applicationOf, CHEN, CHEN_INCOME, idOf } from '../harness/applicants.ts';
import { Bureau, type Wire } from '../harness/bureau.ts';

let zs: Bureau;
let caseId: number;

beforeAll(async () => {
  zs = await Bureau.open('442000', '2014-11-03');
  ({ caseId } = await zs.done(await zs.at('town-clerk', '442000001'), 'casework.register-application', { matter: 'subsistence-allowance', values: applicationOf(CHEN, { ...CHEN_INCOME, division: '442000001001' }) }) as { caseId: number });
});
afterAll(() => zs.close());

describe('the auditor and the record', () => {
  test('whole numbers are opened only with a purpose; the auditor finds who looked at whom, by person, by account, by day; others do not', async () => {
    const clerk = await zs.at('town-clerk', '442000001');
    const auditor = await zs.at('auditor');
    expect((await zs.act(clerk, 'casework.register-application', {})).status).not.toBe(200);
    await expect(zs.see(clerk, 'casework.get-originals', { caseId })).rejects.toThrow(/400|422/);
    await zs.see(clerk, 'casework.get-originals', { caseId, purpose: 'file-original' });
    // a purpose is one of the list; what is not on it is said in words, and not left empty
    await expect(zs.see(clerk, 'casework.get-originals', { caseId, purpose: '看看' })).rejects.toThrow(/400/);
    await expect(zs.see(clerk, 'casework.get-originals', { caseId, purpose: 'other' })).rejects.toThrow(/audit\.purpose-unsaid/);
    const [{ id: person }] = await zs.peek<{ id: number }>(`select id from city.person where name = '陈秀英'`) as [{ id: number }];
    const [{ id: document }] = await zs.peek<{ id: number }>('select id from city.person_document where person_id = $1', [person]) as [{ id: number }];
    await zs.see(clerk, 'person.show-document', { person: Number(person), document: Number(document), purpose: 'other', more: '银行退回，核对证件号' });

    const all = (await zs.see(auditor, 'audit.list-readings'))['readings'] as Wire[];
    expect(all.map((one) => one['purpose'])).toEqual(expect.arrayContaining(['打印归档的原件', '其他：银行退回，核对证件号']));
    const chen = async (more: Wire = {}) => ((await zs.see(auditor, 'audit.list-readings', { whom: idOf(CHEN[0]!), ...more }))['readings'] as Wire[]);
    expect((await chen()).find((one) => one['purpose'] === '其他：银行退回，核对证件号')).toMatchObject({ whom: ['陈*英'], count: 1, person: Number(person), day: '2014-11-03' });
    expect(JSON.stringify(await chen())).not.toContain(idOf(CHEN[0]!));
    expect(await chen({ to: '2014-11-02' })).toEqual([]);
    expect(await chen({ who: '没有这个人' })).toEqual([]);
    expect((await zs.see(auditor, 'audit.list-readings', { whom: '查无此人' }))['readings']).toEqual([]);
    // an auditor of another town sees nothing of what this one's offices looked at
    expect((await zs.see(await zs.at('auditor', '442000002'), 'audit.list-readings'))['readings']).toEqual([]);
    await expect(zs.see(clerk, 'audit.list-readings')).rejects.toThrow(/403/);
    await expect(zs.see(await zs.at('administrator'), 'audit.list-readings')).rejects.toThrow(/403/);
  });

  test('a verification is ordered, runs in the background, and its findings stay on the page', async () => {
    const auditor = await zs.at('auditor');
    await vi.waitUntil(async () => { await sealBlock(zs.city); return (await zs.peek<{ n: number }>('select count(*)::int as n from city.command_log where block_no is null'))[0]?.n === 0; }, { timeout: 25_000, interval: 50 });
    expect((await zs.act(await zs.at('administrator'), 'audit.start-verify', {})).status).toBe(403);
    await zs.done(auditor, 'audit.start-verify', {});
    await zs.done(auditor, 'audit.start-verify', {});
    expect(await zs.see(auditor, 'audit.list-runs')).toMatchObject({ running: true, runs: [] });
    await zs.work();
    const first = await zs.see(auditor, 'audit.list-runs');
    expect(first).toMatchObject({ running: false, runs: [{ findings: [], on: '2014-11-03' }] });
    expect(first['lastBlock'].head).toMatch(/^[0-9a-f]{64}$/);

    await zs.peek('set session_replication_role = replica');
    await zs.peek(`update city.read_log set purpose = '别的' where purpose = '其他：银行退回，核对证件号'`);
    await zs.peek('set session_replication_role = origin');
    await zs.done(auditor, 'audit.start-verify', {});
    await zs.work();
    const second = (await zs.see(auditor, 'audit.list-runs'))['runs'] as Wire[];
    expect(second).toHaveLength(2);
    expect(second[0]?.['findings'].join()).toMatch(/查看记录 \d+（person.show-document）的签名不对/);
  });
});
