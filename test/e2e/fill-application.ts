import type { Locator, Page } from 'playwright-core';
import { CHEN, HUANG, XIN } from '../acceptance/application-world.ts';

const next = (page: Page) => page.getByRole('button', { name: /^下一步/ }).click();
const choose = (within: Page | Locator, question: string | RegExp, answer: string) => within.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();

/** 您住在哪里 */
export async function fillHome(page: Page): Promise<void> {
  await page.getByLabel(/户口在哪个村/).selectOption({ label: '石岐区' });
  await page.getByLabel('村（居）').selectOption({ label: '太平社区' });
  await page.getByLabel('现在住在哪里').fill('太平路 3 号');
  await page.getByLabel('联系电话').fill('13800000000');
  await choose(page, '是城镇户口还是农村户口', '城镇（非农业）');
  await next(page);
  await page.getByRole('heading', { name: '家里有谁', exact: true }).waitFor();
}

/** 家里有谁: the three of 陈秀英's household. */
export async function fillFamily(page: Page): Promise<void> {
  const members = [[...CHEN, '本人', '没有上学'], [...HUANG, '配偶', '没有上学'], [...XIN, '子女', '本科（全日制）']] as const;
  for (const [at, [name, id, relation, study]] of members.entries()) {
    await page.getByRole('button', { name: at === 0 ? '加一人' : '再加一人' }).click();
    const row = page.getByRole('region', { name: `第 ${at + 1} 人` });
    await row.getByLabel('姓名').fill(name);
    await row.getByLabel('身份证号').fill(id);
    await row.getByLabel('是您的什么人').selectOption({ label: relation });
    await choose(row, '户口在本市吗', '是');
    await choose(row, '平时住在一起吗', '是');
    await choose(row, '有残疾证吗', '没有');
    await choose(row, '得了大病吗', '不是');
    await choose(row, '在上学吗', study);
    await choose(row, '能干活吗', '有劳动能力');
  }
  await choose(page, /给全家申请/, '以家庭为单位');
  await choose(page, '是单亲家庭吗', '不是');
  await choose(page, /没有收入、不能干活/, '不是');
  await next(page);
  await page.getByRole('heading', { name: '家里每个月有哪些收入', exact: true }).waitFor();
}

/** Two incomes: 3,720 元 over six months, and a pension of 165 元 a month. */
export async function fillIncome(page: Page): Promise<void> {
  await page.getByRole('button', { name: '加一笔' }).first().click();
  const work = page.getByRole('region', { name: '第 1 笔' }).first();
  await choose(work, '是谁的', CHEN[0]);
  await work.getByLabel('什么钱').selectOption({ label: '打工、打零工的工资' });
  await choose(work, '每个月都一样多吗', '有多有少，我写总数');
  await work.getByLabel('一共拿到多少').fill('3720');
  await work.getByLabel('是最近几个月的').fill('6');
  await page.getByRole('button', { name: '再加一笔' }).first().click();
  const pension = page.getByRole('region', { name: '第 2 笔' }).first();
  await choose(pension, '是谁的', HUANG[0]);
  await pension.getByLabel('什么钱').selectOption({ label: '养老金、退休金' });
  await choose(pension, '每个月都一样多吗', '每月一样');
  await pension.getByLabel('每月多少').fill('165');
}

/** Everything after the incomes up to the last page: assets, account, signature. */
export async function fillRest(page: Page): Promise<void> {
  await next(page);
  await page.getByLabel(/全家存款/).fill('6318.42');
  await page.getByLabel(/有几辆汽车/).fill('0');
  await page.getByLabel(/有几套房子/).fill('1');
  await next(page);
  await choose(page, '有银行卡或存折吗', '有');
  await page.getByLabel('哪家银行').selectOption({ label: '农业银行' });
  await page.getByLabel('户名是谁').fill(CHEN[0]);
  await page.getByLabel('卡号或存折号').fill('6228480012345678901');
  await next(page);
  await choose(page, '您同意核对吗', '同意');
  await choose(page, /您家有没有人在镇街办低保/, '没有');
  await page.getByLabel(/写下您的姓名/).fill(HUANG[0]);
  await next(page);
  await page.getByText('签名要和前面写的本人姓名一样').first().waitFor();
  await page.getByLabel(/写下您的姓名/).fill(CHEN[0]);
  await next(page);
  await page.getByRole('heading', { name: '再看一遍' }).waitFor();
}
