import type pg from 'pg';
import { roleTitle } from '../../src/kernel/access/roles.ts';
import { schemaOf } from '../../src/kernel/db/cities.ts';
import { listMonths, type Month } from '../../src/kernel/values/month.ts';
import { APPROVED, castPlots, newcomer, playCases, type StoryEvent } from './seed-cases.ts';
import { openDemoOffice, type DemoOffice } from './demo-office.ts';
import { familyEvents } from './seed-changes.ts';
import { FIRST_MONTH, importRoster, inventRegisters } from './seed-registers.ts';
import { supervision } from './seed-supervision.ts';
import { windowStory } from './seed-windows.ts';
import { reviewsOfNovember } from './seed-reviews.ts';
import { recognitionStory } from './seed-recognitions.ts';
import { payMonth, settleMonth } from './seed-rolls.ts';
import { nextStandard } from './seed-standards.ts';
import { seedOwnRegister } from './seed-own-register.ts';
import { seedRecords } from './seed-records.ts';
import { seedGuangzhou } from './guangzhou/seed-guangzhou.ts';
import { openAccounts } from './open-accounts.ts';
import { DEMO_PASSWORD, demoStaff } from './staff.ts';

export interface SeedOptions { readonly databaseUrl: string; readonly dataDir: string; readonly owner: pg.Client; log(line: string): void }

/** First morning of the demo: its clock starts here, and the second half of 2014 is lived through by the same commands as any office uses. */
export const FIRST_DAY = '2014-07-02';

/** Fills the demo city once. Returns the lines that tell a visitor how to sign in. */
export async function seedDemo(options: SeedOptions): Promise<string[]> {
  await options.owner.query(`update ${schemaOf('442000')}.city set demo_day = $1`, [FIRST_DAY]);
  await openAccounts(options.owner);
  const cities = await Promise.allSettled([seedZhongshan(options), seedGuangzhou(options)]);
  for (const city of cities) if (city.status === 'rejected') throw city.reason;
  return [
    `演示账号，密码都是 ${DEMO_PASSWORD}（工作台：/workbench/）`,
    '  chen               居民，陈秀英，还没有申请（门户：/）',
    '  huangli            居民，黄丽，可以替陈秀英办（门户：/helping）',
    '  resident           居民，低保户，每月在领（门户：/）',
    ...demoStaff.map((account) => `  ${account.login.padEnd(18)} ${roleTitle(account.role)}，${account.what}，${account.name}`),
  ];
}

async function seedZhongshan(options: SeedOptions): Promise<void> {
  const office = await openDemoOffice(options);
  try {
    await liveThroughTheYear(office, options.log, () => options.owner.query('analyze'));
  } finally {
    await office.close();
  }
}

/** Last month that is paid and closed in the story; the one after is at the bank when a visitor comes in. */
const LAST_CLOSED = '2014-10';

/** July to November 2014, day by day: registers taken over, households that come on, a roll each month, the autumn's applications. Ends on the morning of 3 November. */
async function liveThroughTheYear(office: DemoOffice, log: SeedOptions['log'], analyze: () => Promise<unknown>): Promise<void> {
  await office.act('admin', 'items.publish-declared', {});
  const { standing, byMonth, idNumbers } = inventRegisters(APPROVED);
  for (const households of standing) await importRoster(office, households, FIRST_MONTH);
  // a year passes in a minute: the planner is told of the rows, as autovacuum would have done meanwhile
  await analyze();
  log(`中山市（演示）：接收 ${standing.length} 个镇区的低保花名册，${standing.flat().length} 户`);
  const cases = await playCases(castPlots(idNumbers));
  const events = [...listMonths(FIRST_MONTH as Month, '2014-12' as Month).flatMap((month) => monthEvents(month, byMonth.get(month) ?? [])), ...cases.events, ...recognitionStory(idNumbers), ...windowStory, ...supervision, newcomer, nextStandard, familyEvents, reviewsOfNovember,
    { day: '2014-10-22', run: async (own: DemoOffice) => { await seedOwnRegister(own); } }];
  let today = FIRST_DAY;
  try {
    for (const event of events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
      if (event.day > today) await office.goTo(event.day);
      if (event.day > today) today = event.day;
      await event.run(office);
      if (event.day === `${FIRST_MONTH}-09`) await analyze();
    }
  } finally {
    await cases.stop();
  }
  log(`中山市（演示）：各业务线台账 ${await seedRecords(office)} 条`);
  log('中山市（演示）：2014年7月至10月逐月发放，11月已送银行等回盘；十几件申请在办');
}

/** A month at the roll desk: newcomers, the roll on the 2nd, the bank's answer on the 9th. */
function monthEvents(month: string, newcomers: Parameters<typeof importRoster>[1]): StoryEvent[] {
  let sent: Awaited<ReturnType<typeof payMonth>> | undefined;
  return [
    { day: month === FIRST_MONTH ? FIRST_DAY : `${month}-02`, run: async (office) => {
      if (newcomers.length > 0) await importRoster(office, newcomers, month, '全市新增');
      sent = await payMonth(office, month);
    } },
    ...(month > LAST_CLOSED ? [] : [{ day: `${month}-09`, run: async (office: DemoOffice) => {
      // in September two accounts had been closed: their money goes out again with October's
      if (sent) await settleMonth(office, sent, `${month}-08T10:30:00`, month === '2014-09' ? [{ seq: 7, code: 'E001' }, { seq: 1200, code: 'E002' }] : []);
    } }]),
  ];
}
