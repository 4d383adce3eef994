import type { Page } from 'playwright-core';
import { openHand, type Hand } from './hand.ts';
import { openRollOffice } from './roll-office.ts';
import { makeReturnFile } from '../../demo/bank/make-return-file.ts';
import readReturn from '../../src/kernel/payroll/commands/read-return.ts';
import type { PayrollWorld } from './payroll-world.ts';

/** A month's end at three desks by keyboard: how many keys each hand pressed, and what the pointer did. */
export interface MonthEnd { readonly keys: Readonly<Record<string, number>>; readonly mouse: number; readonly state: string }

/** Drawn, checked, submitted by one, approved by another, confirmed by finance, sent, answered by the bank, closed. */
export async function runMonthEnd(): Promise<MonthEnd> {
  const office = await openRollOffice();
  try {
    const { world } = office;
    const homes = [];
    for (const size of [1, 2, 3]) homes.push(await world.household('442000001001', size));
    await world.setDay('2014-11-03');
    await world.takeOver(homes.map((home) => [home, 53_300] as const), '2014-11');
    await office.person('liang', '梁可欣', ['payroll-officer']);
    await office.person('zheng', '郑建华', ['payroll-approver']);
    await office.person('huang', '黄丽萍', ['finance-officer']);
    const officer = await sit(await office.signIn('liang'));
    const approver = await sit(await office.signIn('zheng'));
    const finance = await sit(await office.signIn('huang'));
    await officer.page.getByRole('button', { name: /^编制2014年/ }).waitFor();
    await officer.press('n');
    await officer.dialog(/^编制/);
    await officer.press('Control+Enter');
    await officer.reads('编好了，还没有检查。');
    await officer.press('c');
    await officer.reads('检查过了，可以提交。');
    await sign(officer, '提交批准');
    await officer.reads('等另一位同事批准。');
    for (const [hand, title, said] of [[approver, '批准这一册', '等财政确认。'], [finance, '财政确认', '财政已确认，可以送银行。']] as const) {
      await openFirst(hand);
      await sign(hand, title);
      await hand.reads(said);
    }
    await again(officer);
    await officer.press('a');
    await officer.dialog('送银行');
    await officer.press('Tab', 'Space', 'Control+Enter');
    await officer.gone();
    await officer.reads('已送银行，等回盘。');
    await bankAnswers(world, Number(new URL(officer.page.url()).pathname.split('/').at(-1)));
    await again(officer);
    await officer.reads('全部到账，可以关账。');
    await sign(officer, '关账');
    await officer.reads('已关账，全部到账。');
    const hands = { 经办: officer, 审批: approver, 财政: finance };
    const mouse = (await Promise.all(Object.values(hands).map((hand) => hand.mouse()))).reduce((sum, one) => sum + one, 0);
    const { rows: [roll] } = await world.cities.owner.query<{ state: string }>('select state from city_442000.roll order by id desc limit 1');
    return { keys: Object.fromEntries(Object.entries(hands).map(([who, hand]) => [who, hand.total().keys])), mouse, state: roll?.state ?? '' };
  } finally {
    await office.close();
  }
}

/** The bank paid all of what it was sent; its file comes in another way than over the desk. */
async function bankAnswers(world: PayrollWorld, roll: number): Promise<void> {
  const { rows: [row] } = await world.cities.owner.query<{ cipher: Buffer; version: number }>('select f.cipher, r.version from city_442000.bank_file f join city_442000.roll r on r.id = f.roll_id where r.id = $1', [roll]);
  if (!row) throw new Error('nothing was sent to the bank');
  const content = makeReturnFile(Buffer.from(world.zs.keys.open(row.cipher), 'base64'), [], '2014-12-08T10:30:00').toString('base64');
  await world.do(world.officer, readReturn, { roll, version: row.version, fileName: 'MZHP.txt', content });
}

async function sit(page: Page): Promise<Hand> {
  const hand = await openHand(page);
  await page.getByRole('heading', { level: 1, name: '发放' }).waitFor();
  return hand;
}

/** The list is read again and its first roll opened: J, Enter. */
async function openFirst(hand: Hand): Promise<void> {
  await hand.page.reload();
  await hand.page.locator('tbody tr[data-row]').first().waitFor();
  await hand.press('j', 'Enter');
  await hand.page.waitForURL('**/rolls/*');
}

/** The roll as others left it. */
async function again(hand: Hand): Promise<void> {
  await hand.page.reload();
  await hand.page.getByRole('heading', { level: 1 }).waitFor();
}

/** A: the one step of the roll; the figure is ticked, the form sent. */
async function sign(hand: Hand, title: string): Promise<void> {
  await hand.page.locator('.btn.main').first().waitFor();
  await hand.press('a');
  await hand.dialog(title);
  await hand.press('Space', 'Control+Enter');
  await hand.gone();
}
