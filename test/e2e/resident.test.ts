import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHEN, HUANG } from '../acceptance/application-world.ts';
import { fillFamily, fillHome, fillIncome, fillRest } from './fill-application.ts';
import { doors, openResidentWorld, toDecision, toTownNotice, type ResidentWorld } from './resident-world.ts';

let home: ResidentWorld;
beforeAll(async () => {
  home = await openResidentWorld();
  await home.world.on('2014-11-03');
  await home.signedUp('13800000001', ...CHEN);
  await home.signedUp('13800000002', ...HUANG);
});
afterAll(() => home.close());

/** Faults that are the journey's own: the lines were cut on purpose. */
const expected = (fault: string) => /ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(fault);

/** Addresses the service worker keeps. */
const KEPT = `(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname)))).flat())()`;

describe('[S001][S215] 居民在手机上申请低保', () => {
  test('没登录先算一算：还差什么、大约多少', async () => {
    const { context, page, faults } = await home.phone();
    await page.goto(home.url);
    await page.getByRole('link', { name: '算一算我能申请什么' }).click();
    await page.getByLabel('家里一共几口人').fill('3');
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByText('还差 3 处').waitFor();
    await page.getByRole('group', { name: '您的户口在本市吗' }).getByRole('radio', { name: '是', exact: true }).check();
    await page.getByRole('radio', { name: '城镇（非农业）' }).check();
    await page.getByLabel('全家每个月一共收入多少').fill('785');
    await page.getByRole('button', { name: '算一算' }).click();
    const answer = page.getByRole('region', { name: '结果' });
    await answer.getByText('814.00').first().waitFor();
    await answer.getByRole('heading', { name: '还差这几样' }).first().waitFor();
    await answer.getByRole('link', { name: '开始申请低保' }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  test('登录，一页一页填；断了网、刷新过，写的都在；交一次，案号一个', async () => {
    const { context, page, faults } = await home.phone();
    await page.goto(`${home.url}/apply/subsistence-allowance`);
    await home.signIn(page, '13800000001');
    await page.getByRole('heading', { name: '您住在哪里' }).waitFor();
    await fillHome(page);
    await fillFamily(page);
    await page.getByText(/已存，断网不丢/).waitFor();

    await context.setOffline(true);
    await fillIncome(page);
    await page.getByText('785.00 元').waitFor();
    await page.getByText('没有网，先存在这台手机上').waitFor();
    expect(await page.evaluate('Object.keys(localStorage).some((key) => key.startsWith("minzheng.draft."))')).toBe(true);
    await context.setOffline(false);
    await page.getByText(/已存，断网不丢/).waitFor();
    expect(await page.evaluate('Object.keys(localStorage).some((key) => key.startsWith("minzheng.draft."))')).toBe(false);

    await page.reload();
    await page.getByRole('heading', { name: '家里每个月有哪些收入' }).waitFor();
    await page.getByText('785.00 元').waitFor();

    await fillRest(page);
    await page.getByRole('radio', { name: '是', exact: true }).check();
    // pressed twice, and the first answer is slow to come
    await page.route('**/api/c/casework.apply', async (route) => { await new Promise((done) => setTimeout(done, 400)); await route.continue(); });
    await page.getByRole('button', { name: '交上去' }).dblclick();
    await page.getByRole('heading', { name: /我们收到了/ }).waitFor();
    await page.getByText('ZS-DB-2014-000001').first().waitFor();
    await page.getByText('黄*强、黄*欣').waitFor();
    expect((await home.world.cities.owner.query('select id from city_442000.case_file')).rowCount).toBe(1);
    expect(faults.filter((fault) => !expected(fault))).toEqual([]);
    await context.close();
  });

  test('丈夫用自己的账号签字；再申请一次，被领到正在办的那一件', async () => {
    const { context, page } = await home.phone();
    await page.goto(`${home.url}/my`);
    await home.signIn(page, '13800000002');
    await page.getByRole('link', { name: '低保申请', exact: true }).click();
    await page.getByLabel('写下您的姓名，就是签字').fill(HUANG[0]);
    await page.getByRole('button', { name: '同意核对，签字' }).click();
    await page.getByText('家里还有黄*欣没有签字').waitFor();
    await page.goto(`${home.url}/apply/subsistence-allowance`);
    await page.getByRole('heading', { name: /正在办/ }).waitFor();
    await context.close();
  });

  test('没有网的时候重新打开：写到一半的还在，人还是这个人；有网了接着存；退出以后手机上什么也不留', async () => {
    const { context, page } = await home.phone();
    await page.goto(`${home.url}/apply/low-income-recognition`);
    await home.signIn(page, '13800000002');
    await page.getByLabel('现在住在哪里').fill('太平路 3 号');
    await page.getByText(/已存，断网不丢/).waitFor();
    await expect.poll(() => page.evaluate(KEPT)).toContain('/-');
    // what was loaded before the keeper was there is told to it
    await expect.poll(async () => (await page.evaluate<string[]>(KEPT)).filter((path) => path.endsWith('.js')).length).toBeGreaterThan(3);

    await context.setOffline(true);
    await page.getByLabel('联系电话').fill('13800000002');
    await page.getByText('没有网，先存在这台手机上').waitFor();
    await page.reload();
    await page.getByText(/断网了/).waitFor();
    await page.getByRole('heading', { name: '您住在哪里' }).waitFor();
    expect([await page.getByLabel('现在住在哪里').inputValue(), await page.getByLabel('联系电话').inputValue()]).toEqual(['太平路 3 号', '13800000002']);
    expect(await page.evaluate<string[]>(KEPT)).not.toContainEqual(expect.stringContaining('/api/'));

    await context.setOffline(false);
    await page.getByText(/已存，断网不丢/).waitFor();
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByRole('link', { name: '登录', exact: true }).first().waitFor();
    expect(await page.evaluate('[...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => /draft|session/.test(key) && !/session.me/.test(key))')).toEqual([]);
    await context.setOffline(true);
    await page.goto(`${home.url}/apply/low-income-recognition`);
    await page.getByRole('heading', { name: /先说说\s*您是谁/ }).waitFor();
    await context.close();
  });

  test('公示：不登录也能看、能提意见，提了镇区要答复', async () => {
    const { world } = home;
    const { rows: [row] } = await world.cities.owner.query<{ id: string }>('select id from city_442000.case_file');
    const caseId = Number(row?.id);
    await world.done(world.posts.clerk, doors.authorise, { caseId });
    await world.must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
    await toTownNotice(world, caseId);

    const { context, page, faults } = await home.phone();
    await page.goto(`${home.url}/notices`);
    await page.getByRole('link', { name: /陈\*英/ }).click();
    await page.getByRole('heading', { name: /拟批准陈\*英一家/ }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('陈秀英');
    await page.getByRole('button', { name: '提交意见' }).click();
    await page.getByText('请写清楚哪里不对').waitFor();
    await page.getByLabel('哪里不对').fill('他家有人在外面开店。');
    await page.getByLabel('怎么找到您').fill('13900000000');
    await page.getByRole('button', { name: '提交意见' }).click();
    await page.getByRole('heading', { name: '收到了您的意见' }).waitFor();
    const { rows: [objection] } = await world.cities.owner.query<{ id: string; content: string }>('select id, content from city_442000.objection');
    expect(objection?.content).toBe('他家有人在外面开店。');
    await world.done(world.posts.lead, doors.answerObjection, { objectionId: Number(objection?.id), outcome: 'rejected', reply: '查过，没有开店' });
    await toDecision(world, caseId);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('批准以后：为什么是这个数，怎么不服，到哪一天', async () => {
    const { context, page, faults } = await home.phone();
    await page.goto(`${home.url}/my`);
    await home.signIn(page, '13800000001');
    await page.getByText('814.00').first().waitFor();
    await page.getByRole('link', { name: '为什么是这个数' }).click();
    await page.getByText('您家三口人，合起来 1,599 元').waitFor();
    expect(await page.getByRole('img', { name: /1,599\.00 元里，自己的收入 785\.00 元，政府补的差额 814\.00 元/ }).count()).toBe(1);
    // decided on 19 November 2014: 60 days for the office above, three months for the court
    await page.getByText('2015年1月18日').waitFor();
    await page.getByText('2015年2月19日').waitFor();
    expect(await page.locator('main').innerText()).toContain('文号还没有录入');
    expect(faults).toEqual([]);
    await context.close();
  });
});
