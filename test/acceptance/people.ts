import { schemaOf } from '../../src/kernel/db/cities.ts';
import type { City } from '../../src/kernel/db/city.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { command } from '../../src/kernel/db/command.ts';
import { defineCommand } from '../../src/kernel/contract/door.ts';
import { registerPerson } from '../../src/kernel/registers/person/register-person.ts';
import { checkIdCardNumber } from '../../src/kernel/values/id-card-number.ts';
import { z } from 'zod';
import { staff, type TestCities } from '../harness/city.ts';

const meet = defineCommand({
  id: 'test.meet-resident', title: '认识一个人', allow: { staff: true }, input: z.strictObject({ name: z.string(), number: z.string(), division: z.int() }),
  async run(tx, input, by) {
    const read = checkIdCardNumber(input.number, { demo: true });
    if (!read.ok) throw new Error(`${input.number}: ${read.sentence}`);
    return registerPerson(tx, by, {
      name: input.name, sex: read.sex, birthDate: read.birthDate, hukouKind: 'urban', hukouDivisionId: input.division, residenceDivisionId: input.division,
      handlingDivisionId: input.division, document: { kind: 'id-card', number: input.number },
    }, '注册');
  },
});

/** A resident with an account, known by document: as a sign-up on the portal leaves them. */
export async function resident(cities: TestCities, city: City, name: string, number: string, division = '442000001001'): Promise<Caller> {
  const desk = await staff(cities, city, 'administrator', city.code);
  const schema = schemaOf(city.code);
  const { rows: [place] } = await cities.owner.query<{ id: number }>(`select id from ${schema}.division where code = $1`, [division]);
  const met = await command(city, desk, meet, { name, number, division: place?.id }, { key: `meet ${number}` });
  if (!met.ok) throw new Error(JSON.stringify(met));
  const { rows: [account] } = await cities.owner.query<{ id: string }>(
    `insert into ${schema}.account (login, name, kind, person_id, command_id) values ('resident-' || gen_random_uuid(), $1, 'resident', $2, 0) returning id`, [name, met.result.id]);
  return { account: { id: Number(account?.id), name, kind: 'resident' }, post: null, posts: [], person: met.result.id, divisions: [] };
}

/** Moves the business clock of the demo city. */
export async function moveDay(cities: TestCities, day: string): Promise<void> {
  await cities.owner.query(`update ${schemaOf(cities.zhongshan.code)}.city set demo_day = $1`, [day]);
}
