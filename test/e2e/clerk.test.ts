import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHEN, CHEN_INCOME, idOf, OTHERS } from '../harness/applicants.ts';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';
import { caseStory } from '../harness/seed-cases.ts';

let desk: DeskOffice;
beforeAll(async () => { desk = await openDeskOffice({ day: '2014-10-13' }); }, 120_000);
afterAll(() => desk?.close());

/** Typed at the keyboard, into the field of this label. */
async function type(at: Page | Locator, label: string, text: string): Promise<void> {
  const input = at.getByLabel(label, { exact: true }).and(at.locator('input, textarea')).first();
  await input.focus();
  await input.pressSequentially(text);
}
/** An answer chosen with the space bar. 是 and 不是 stand for the first and the second, in whatever words the question is answered. */
async function choose(at: Page | Locator, question: string, answer: string): Promise<void> {
  const all = at.getByRole('group', { name: question }).getByRole('radio');
  const radio = answer === '是' ? all.nth(0) : answer === '不是' ? all.nth(1) : at.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true });
  await radio.focus();
  await radio.press('Space');
}
/** A button reached by Tab and pressed with Enter. */
async function press(at: Page | Locator, name: string | RegExp): Promise<void> {
  const button = at.getByRole('button', { name }).first();
  await button.focus();
  await button.press('Enter');
}
const dialog = (page: Page): Locator => page.getByRole('dialog');
const heading = (page: Page): Promise<string> => page.locator('main h1').first().innerText();

/** Presses the letter of a step once the case is there. */
async function key(page: Page, letter: string, title: string): Promise<Locator> {
  await page.getByRole('button', { name: title }).first().waitFor();
  await page.keyboard.press(letter);
  await dialog(page).getByRole('heading', { name: title }).waitFor();
  return dialog(page);
}
/** The dialog has closed: what it asked was done. Else what it said is the message of the failure. */
async function gone(page: Page): Promise<void> {
  await dialog(page).waitFor({ state: 'detached', timeout: 15_000 }).catch(async () => { throw new Error(`still open: ${await dialog(page).innerText()}`); });
}

/** The day at the top of the page is walked forward. */
async function walkTo(page: Page, day: string): Promise<void> {
  await press(page, '往前走');
  await dialog(page).getByLabel('走到').fill(day);
  await press(dialog(page), /^走到/);
  await gone(page);
}

async function member(page: Page, at: number, name: string, id: string, relation: string): Promise<void> {
  const row = page.getByRole('region', { name: `第 ${at} 项` }).first();
  await type(row, '姓名', name);
  await type(row, '公民身份号码', id);
  await row.getByLabel('与申请人关系').selectOption(relation);
  for (const [question, answer] of [['户籍是否在本市', '是'], ['是否长期共同居住', '是'], ['是否持残疾证', '不是'], ['是否患重特大疾病', '不是'], ['在读情况', '没有上学'], ['劳动能力', '有劳动能力']] as const) await choose(row, question, answer);
}

describe('[S001] 一件低保申请在窗口登记，一路办到批准', () => {
  let clerk: Page;
  let lead: Page;
  let approver: Page;
  let caseId: number;

  test('[S001] 经办登录，按 N 登记，人还在窗口就登记签字、看材料', async () => {
    const { page } = await desk.signedIn('auditor', '/style');
    clerk = page;
    await clerk.context().clearCookies();
    await clerk.goto(`${desk.url}/workbench/`);
    await type(clerk, '账号', 'shiqi');
    await type(clerk, '密码', 'minzheng-2014');
    await clerk.keyboard.press('Enter');
    await clerk.getByRole('heading', { name: '待办' }).waitFor();
    expect(await clerk.locator('main').innerText()).toContain('没有要办的件');
    await clerk.keyboard.press('n');
    await clerk.getByRole('button', { name: '最低生活保障' }).press('Enter');
    await clerk.getByRole('heading', { name: '最低生活保障' }).waitFor();
    await clerk.getByLabel('户籍所在村（居）').selectOption({ label: '石岐区' });
    await clerk.getByLabel('村（居）', { exact: true }).selectOption({ label: '太平社区' });
    await type(clerk, '住址', '太平路 9 号');
    await type(clerk, '联系电话', '13800001234');
    for (const [question, answer] of [['户口性质', '城镇（非农业）'], ['申请方式', '以家庭为单位'], ['是否单亲家庭', '不是'], ['是否“三无”', '不是']] as const) await choose(clerk, question, answer);
    const family = clerk.getByRole('group', { name: '家庭成员' });
    await press(family, /加一项/);
    await member(clerk, 1, '麦少容', idOf({ birth: '1956-03-08', order: 862 }), 'self');
    await press(clerk, '登记这件申请');
    // what is missing is said at once, what was typed stays
    await clerk.getByRole('alert').first().waitFor();
    expect(await clerk.getByLabel('住址').inputValue()).toBe('太平路 9 号');
    for (const [label, text] of [['存款、证券、保险等动产合计', '1200'], ['机动车、船舶', '0'], ['房屋', '1']] as const) await type(clerk, label, text);
    for (const [question, answer] of [['是否已有账户', '不是'], ['申请人授权核对家庭经济状况', '不是'], ['与经办人员、村（居）委会成员有近亲属关系', '不是'], ['承诺所填信息真实、完整', '是']] as const) await choose(clerk, question, answer);
    await press(clerk, '登记这件申请');
    await clerk.getByRole('heading', { name: '登记好了' }).waitFor();
    expect(await clerk.locator('main').innerText()).toContain('ZS-DB-2014-000001');
    await press(clerk, '登记签字');
    const tick = dialog(clerk).getByRole('checkbox');
    await tick.focus();
    await tick.press('Space');
    await press(dialog(clerk), '登记 1 人的签字');
    await gone(clerk);
    await clerk.getByText('1 人都签了，可以核对').waitFor();
    await clerk.getByRole('link', { name: '打开这一件' }).press('Enter');
    await clerk.getByRole('heading', { name: '麦*容，一户一口' }).waitFor();
    caseId = Number(clerk.url().split('/').at(-1));
  });

  test('[S001] 受理、核对、入户、评议；没答复齐的，出报告的按钮等着', async () => {
    const accept = await key(clerk, 'a', '受理');
    await choose(accept, '材料齐备', '是');
    await choose(accept, '与经办人员、村（居）委成员有近亲属关系（单独登记）', '不是');
    await press(accept, /^受理/);
    await gone(clerk);
    const ask = await key(clerk, 'v', '发出核对');
    await press(ask, '发出核对');
    await gone(clerk);
    const report = clerk.getByRole('button', { name: '出具核对报告' });
    await expect.poll(() => report.getAttribute('aria-disabled')).toBe('true');
    await desk.settle();
    await clerk.reload();
    await clerk.getByText('全部答复', { exact: true }).waitFor();
    await press(clerk, '出具核对报告');
    await press(dialog(clerk), '出具核对报告');
    await gone(clerk);
    const survey = await key(clerk, 's', '入户调查');
    await type(survey, '入户日期', '2014-10-13');
    for (const [at, name] of [[1, '刘志敏'], [2, '钟伟']] as const) {
      await press(survey, /加一项/);
      const row = survey.getByRole('region', { name: new RegExp(`第 ${at} 项`) });
      await type(row, '姓名', name);
      await choose(row, '已签字', '是');
    }
    await choose(survey, '申请人（被调查人）已签字', '是');
    await type(survey, '核查情况', '独居，与申报相符');
    await press(survey, /^入户调查/);
    await gone(clerk);
    const appraisal = await key(clerk, 'a', '记录民主评议');
    for (const [label, text] of [['评议日期', '2014-10-13'], ['地点', '太平社区'], ['到会人数', '15'], ['其中村（居）民代表', '9'], ['同意', '15'], ['不同意', '0'], ['评议意见', '属实']] as const) await type(appraisal, label, text);
    await choose(appraisal, '结论', '调查结果真实有效');
    await choose(appraisal, '参加评议人员都已签字', '是');
    await press(appraisal, /^记录民主评议/);
    await appraisal.getByText('不足到会 15 人的三分之二').waitFor();
    await appraisal.getByLabel('其中村（居）民代表').fill('11');
    await press(appraisal, /^记录民主评议/);
    await gone(clerk);
  });

  test('[S001] 镇街初审公示：期满前不能上报，按钮写明哪天能用', async () => {
    lead = (await desk.signedIn('shiqi-lead')).page;
    await lead.getByRole('link', { name: /麦\*容/ }).waitFor();
    await lead.keyboard.press('j');
    await lead.keyboard.press('Enter');
    const opinion = await key(lead, 'a', '提出初审意见，公示');
    await type(opinion, '初审意见', '同意');
    await type(opinion, '公示地点', '太平社区公告栏');
    await press(opinion, /提出初审意见，公示/);
    await gone(lead);
    await lead.getByText('2014年10月21日起可以做').waitFor();
    const submit = lead.getByRole('button', { name: '审核同意，上报审批' });
    expect(await submit.getAttribute('aria-disabled')).toBe('true');
    await walkTo(lead, '2014-10-21');
    await expect.poll(() => submit.getAttribute('aria-disabled')).toBeNull();
    await lead.keyboard.press('a');
    await press(dialog(lead), '审核同意，上报审批');
    await gone(lead);
  });

  test('[S001] 市里拟批准、公示、批准：按钮上写着金额，批准后有章有通知书', async () => {
    approver = (await desk.signedIn('approver', `/cases/${caseId}`)).page;
    const propose = await key(approver, 'a', '拟批准，公示');
    await type(propose, '审批意见', '拟同意');
    await choose(propose, '已入户抽查', '是');
    await type(propose, '公示地点', '市民政局网站');
    await press(propose, '拟批准，公示，每月 533.00 元');
    await gone(approver);
    await walkTo(approver, '2014-10-29');
    const approve = await key(approver, 'a', '批准');
    await press(approve, '批准，每月 533.00 元');
    await gone(approver);
    await approver.locator('.seal').waitFor();
    expect(await approver.locator('.seal').innerText()).toBe('批准');
    expect(await approver.locator('main header').first().innerText()).toContain('从 2014年11月起');
    await approver.getByRole('link', { name: '通知书', exact: true }).press('Enter');
    await approver.getByRole('heading', { name: '最低生活保障批准通知书' }).waitFor();
    expect(await approver.locator('.a4').innerText()).toContain('伍佰叁拾叁元整');
    const pdf = await approver.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  });
});

describe('[S001] 别人在我前面办了', () => {
  test('[S001] 两个经办同办一件：后办的看到谁办了什么，写的还在，看过了接着办', async () => {
    const story = caseStory(desk);
    const caseId = await story.accepted(CHEN, CHEN_INCOME);
    const { page } = await desk.signedIn('shiqi2', `/cases/${caseId}`);
    const survey = await key(page, 's', '入户调查');
    const today = (await story.look(caseId)).today;
    await type(survey, '入户日期', today);
    for (const [at, name] of [[1, '刘志敏'], [2, '钟伟']] as const) {
      await press(survey, /加一项/);
      const row = survey.getByRole('region', { name: new RegExp(`第 ${at} 项`) });
      await type(row, '姓名', name);
      await choose(row, '已签字', '是');
    }
    await choose(survey, '申请人（被调查人）已签字', '是');
    await type(survey, '核查情况', '三口同住');
    await story.step('shiqi', caseId, 'start-verification');
    await press(survey, /^入户调查/);
    await survey.getByText(/刘志敏：发出核对/).waitFor();
    expect(await survey.getByLabel('核查情况').inputValue()).toBe('三口同住');
    await press(survey, '看现在的样子');
    await press(survey, '看过了，接着办');
    await press(survey, /^入户调查/);
    await gone(page);
    expect((await story.look(caseId)).trail.map((mark) => mark.title)).toContain('入户调查');
    await page.context().close();
  });

  test('[S001] 公示期间有异议：登记、答复；成立就撤回公示，重新调查', async () => {
    const story = caseStory(desk);
    const caseId = await story.accepted(OTHERS.zhou);
    await story.checked(caseId);
    const { today } = await story.look(caseId);
    await story.appraised(caseId, today);
    await story.onNotice(caseId);
    const clerk = (await desk.signedIn('shiqi', `/cases/${caseId}`)).page;
    const objection = await key(clerk, 'o', '登记异议');
    await type(objection, '反映了什么', '她儿子每月寄钱回来');
    await press(objection, '记下这件异议');
    await gone(clerk);
    await clerk.getByText('有异议，没有答复').waitFor();
    const lead = (await desk.signedIn('shiqi-lead')).page;
    await lead.getByText('1 件异议没答复').first().waitFor();
    await lead.goto(`${desk.url}/workbench/cases/${caseId}`);
    await press(lead, '答复这件异议');
    await choose(dialog(lead), '调查下来', '异议成立，撤回公示，重新调查');
    await type(dialog(lead), '答复的话', '查实每月寄 300 元，重新核算');
    await press(dialog(lead), '答复');
    await gone(lead);
    await lead.getByText('异议成立，重新调查').first().waitFor();
    expect((await story.look(caseId)).notice).toBeNull();
    expect(await heading(lead)).toBe('周*珍，一户一口');
  });
});

describe('[S216] 待办', () => {
  test('[S216] 按期限分组，J K 走，导出的表打得开', async () => {
    const story = caseStory(desk);
    for (const people of [OTHERS.ou, OTHERS.ma]) await story.accepted(people);
    const { page } = await desk.signedIn('shiqi');
    await page.locator('tr[data-row]').first().waitFor();
    const names = await page.locator('tr[data-row] th').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    // the first is chosen already: one key, the next
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('tr[data-row]').nth(1).getAttribute('aria-current')).toBe('true');
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('tr[data-row]').nth(0).getAttribute('aria-current')).toBe('true');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出' }).press('Enter')]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.concat(chunks) as unknown as ExcelJS.Buffer);
    const sheet = book.worksheets[0];
    const rows = Array.from(sheet?.getSheetValues() ?? [], (row) => (Array.isArray(row) ? Array.from(row, (cell) => (cell === undefined || cell === null ? '' : String(cell))) : []));
    const head = rows.findIndex((row) => row.includes('案号') && row.includes('申请人'));
    expect(head).toBeGreaterThan(0);
    expect(rows.slice(head + 1).filter((row) => row.some((cell) => cell !== ''))).toHaveLength(names.length);
    await page.context().close();
  });
});
