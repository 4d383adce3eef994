import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHEN_FORM, openWorld, type World } from '../../../test/acceptance/application-world.ts';
import { command } from '../db/command.ts';
import { query } from '../db/query.ts';
import type { Caller } from '../access/caller.ts';
import { resident } from '../../../test/acceptance/people.ts';
import markRead from './commands/mark-read.ts';
import myMessages from './queries/my-messages.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

const inbox = async (caller: Caller) => {
  const answer = await query(world.cities.zhongshan, caller, myMessages, {});
  if (!answer.ok) throw new Error(JSON.stringify(answer.refused));
  return answer.result;
};

test('[S215] 消息从自己的件和钱里读出来：办到哪一步、要补什么；看过的记得；别人的看不到', async () => {
  const caseId = await world.accepted(CHEN_FORM);
  const { rows: [row] } = await world.cities.owner.query('select applicant_person_id::int as person from city_442000.case_file where id = $1', [caseId]);
  const { rows: [account] } = await world.cities.owner.query(`insert into city_442000.account (login, name, kind, person_id, command_id) values ('inbox-chen', '陈秀英', 'resident', $1, 0) returning id::int as id`, [row.person]);
  const chen: Caller = { account: { id: account.id, name: '陈秀英', kind: 'resident' }, post: null, posts: [], person: row.person, divisions: [] };
  const stranger = await resident(world.cities, world.cities.zhongshan, '李明', '442099198001011230');

  const first = await inbox(chen);
  expect(first.messages.map((message) => message.title)).toEqual(['低保申请：调查核对', '低保申请收到了']);
  expect(first).toMatchObject({ unread: 2 });
  expect((await inbox(stranger)).messages).toEqual([]);

  const newest = first.messages[0]?.command ?? 0;
  await command(world.cities.zhongshan, chen, markRead, { to: newest }, { key: randomUUID() });
  // an older page that is sent late does not make read things new again
  await command(world.cities.zhongshan, chen, markRead, { to: 1 }, { key: randomUUID() });
  expect((await inbox(chen)).unread).toBe(0);

  await world.must('clerk', caseId, 'request-supplement', { materials: ['income'], missing: [{ what: '残疾人证复印件' }], told: 'paper' });
  const then = await inbox(chen);
  expect(then.unread).toBe(1);
  expect(then.messages[0]).toMatchObject({ title: '低保申请：请补材料', text: '收入证明或收入声明、残疾人证复印件', asks: true, fresh: true, href: `/my/cases/${caseId}` });
});
