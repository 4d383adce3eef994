import { schemaOf } from '../../../src/kernel/db/cities.ts';
import { openDemoOffice, type DemoOffice } from '../demo-office.ts';
import type { SeedOptions } from '../seed-demo.ts';
import { shareAgencies } from '../shared-agencies.ts';
import { tellStory } from './story.ts';

const CITY = '440100';
const FIRST_DAY = '2024-03-25';
/** The morning a visitor comes in: a Monday. */
const LAST_DAY = '2024-05-20';

/**
 * A second, small city under the measures of 2021: nine applications of one spring, so that the limits of a whole case can be seen.
 * Without its story the offices stand ready on the first day.
 */
export async function seedGuangzhou(options: SeedOptions, with_: { readonly story: boolean } = { story: true }): Promise<void> {
  await options.owner.query(`update ${schemaOf(CITY)}.city set demo_day = $1`, [FIRST_DAY]);
  const office = await openDemoOffice(options, { city: CITY, administrator: 'gz-admin', day: FIRST_DAY });
  const leaveAgencies = await shareAgencies();
  let today = FIRST_DAY;
  try {
    await setLocalRules(office);
    if (!with_.story) return;
    for (const event of tellStory()) {
      if (event.day > today) await office.goTo(event.day);
      today = event.day;
      await event.run(office);
    }
    await office.goTo(LAST_DAY);
    await office.work();
  } finally {
    await leaveAgencies();
    await office.close();
  }
  options.log('广州市（演示）：2024年春天九件低保申请，按2021年办法在办');
}

/** What the law leaves to the locality, entered and signed as an office would: three in ten are visited, 海珠区 confirms in its streets. Invented. */
async function setLocalRules(office: DemoOffice): Promise<void> {
  const rules = [
    { parameter: 'visit-sample-ratio', division: CITY, value: '0.3', title: '演示值，不是广州市的规定：入户抽查三成' },
    { parameter: 'confirmation-level', division: '440105', value: 'town', title: '演示值，不是海珠区的规定：确认权下放到镇街' },
  ];
  for (const { title, ...rule } of rules) {
    const { id } = await office.act<{ id: number }>('gz-standards', 'policy.propose-value', { ...rule, from: FIRST_DAY, to: null, document: { title, number: null } });
    await office.act('guangzhou', 'policy.sign-value', { proposal: id, agree: true });
  }
}
