import { randomUUID } from 'node:crypto';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { command, type CommandOutcome } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import { storeFile } from '../../src/kernel/documents/store-file.ts';
import publishDeclared from '../../src/kernel/items/commands/publish-declared.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { findDoors, type Doors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { createHash } from 'node:crypto';
import { openTestCities, staff, type TestCities } from '../harness/city.ts';

/** Offices and departments of a small 中山 around the window, with every door of the house. */
export interface WindowWorld {
  readonly cities: TestCities;
  readonly posts: Readonly<Record<'village' | 'town' | 'otherTown' | 'city' | 'admin' | 'education' | 'housing' | 'auditor', Caller>>;
  run(caller: Caller, door: string, body: unknown): Promise<CommandOutcome<unknown>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are each door's own; the tests say what they expect
  done(caller: Caller, door: string, body: unknown): Promise<any>;
  // oxlint-disable-next-line typescript/no-explicit-any -- see above
  look(caller: Caller, door: string, body?: unknown): Promise<any>;
  seen(caller: Caller, door: string, body?: unknown): Promise<unknown>;
  scan(caller: Caller): Promise<number>;
  on(day: string): Promise<void>;
  work(): Promise<void>;
  close(): Promise<void>;
}

export const WINDOWS = [
  { level: 'city', division: '442000', name: '中山市社会救助窗口', address: '中山三路', phone: '0760-88880000', openedOn: '2013-01-01' },
  { level: 'town', division: '442000001', name: '石岐区社会救助窗口', address: '民生路', phone: '0760-88880001', openedOn: '2013-01-01' },
  { level: 'town', division: '442000100', name: '小榄镇社会救助窗口', address: '升平中路', phone: '0760-88880002', openedOn: '2013-01-01' },
  { level: 'village', division: '442000001001', name: '太平社区救助窗口', address: '太平路', phone: '0760-88880003', openedOn: '2014-03-01' },
] as const;

export async function openWindowWorld(): Promise<WindowWorld> {
  const cities = await openTestCities();
  const zs = cities.zhongshan;
  const doors: Doors = await findDoors();
  const handlers = await findHandlers();
  const system = await staff(cities, zs, 'system', '442000');
  const of = (role: string, division: string) => staff(cities, zs, role, division);
  const posts = {
    village: await of('village-clerk', '442000001001'), town: await of('town-clerk', '442000001'), otherTown: await of('town-clerk', '442000100'), city: await of('approver', '442000'),
    admin: await of('administrator', '442000'), education: await of('department-clerk', '442000'), housing: await of('department-clerk', '442000'), auditor: await of('auditor', '442000'),
  };
  const world: WindowWorld = {
    cities, posts,
    run: (caller, door, body) => command(zs, caller, doors.commands.get(door) ?? missing(door), body, { key: randomUUID() }),
    async done(caller, door, body) {
      const answer = await world.run(caller, door, body);
      if (!answer.ok) throw new Error(`${door}: ${JSON.stringify(answer)}`);
      return answer.result;
    },
    async look(caller, door, body = {}) {
      const answer = await query(zs, caller, doors.queries.get(door) ?? missing(door), body);
      if (!answer.ok) throw new Error(`${door}: ${JSON.stringify(answer)}`);
      return answer.result;
    },
    seen: (caller, door, body = {}) => query(zs, caller, doors.queries.get(door) ?? missing(door), body),
    async scan(caller) {
      const bytes = Buffer.from(`答复 ${randomUUID()}`);
      const stored = await command(zs, caller, storeFile(bytes), { name: '答复.pdf', mediaType: 'application/pdf', sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }, { key: randomUUID() });
      if (!stored.ok) throw new Error(JSON.stringify(stored));
      return stored.result.id;
    },
    async on(day) { await cities.owner.query(`set session_replication_role = replica; update city_442000.city set demo_day = '${day}'; set session_replication_role = origin`); },
    async work() {
      for (let round = 0; round < 4; round += 1) {
        await cities.owner.query(`update city_442000.job set run_after = now() where state = 'waiting'`);
        while (await workOnce(zs, handlers)) { /* until nothing is due */ }
      }
    },
    close: () => cities.close(),
  };
  await world.done(system, 'items.publish-declared', {});
  await command(cities.guangzhou, await staff(cities, cities.guangzhou, 'system', '440100'), publishDeclared, {}, { key: randomUUID() });
  return { ...world, posts: { ...posts, education: await assigned(world, posts.education, 'education'), housing: await assigned(world, posts.housing, 'housing') } };
}

async function assigned(world: WindowWorld, caller: Caller, department: string): Promise<Caller> {
  await world.done(world.posts.admin, 'single-window.assign-department', { post: caller.post?.id, department });
  return callerOfPost(world.cities.zhongshan, caller.post?.id ?? 0);
}

const missing = (door: string): never => { throw new Error(`no door ${door}`); };

export const TOLD = { how: 'window', name: '陈秀英', idCard: '442099195801024423', phone: '13800000000', division: '442000001001', address: '太平路 3 号', trouble: '丈夫残疾，女儿考上大学交不起学费，房子漏雨', materials: '身份证、录取通知书' };
