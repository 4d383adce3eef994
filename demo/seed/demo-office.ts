import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { demoCities, schemaOf } from '../../src/kernel/db/cities.ts';
import { openCity, type City } from '../../src/kernel/db/city.ts';
import { command } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import { storeFile } from '../../src/kernel/documents/store-file.ts';
import type { JobHandler } from '../../src/kernel/jobs/job.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import { DEMO_PASSWORD } from './staff.ts';
import { findDoors, type Doors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';

/** The offices of the demo city at work: everything goes through the same doors as a person's click. */
export interface DemoOffice {
  readonly city: City;
  /** A command under a post of this account; throws when it is refused, for then the story itself is wrong. */
  act<T>(login: string, door: string, input: unknown): Promise<T>;
  see<T>(login: string, door: string, input: unknown): Promise<T>;
  upload(login: string, name: string, bytes: Buffer, mediaType?: string): Promise<number>;
  /** The known password of the demo, in place of the one-time password that a window gives out. */
  usePassword(login: string): Promise<void>;
  /** Moves the business day forward. */
  goTo(day: string): Promise<void>;
  /** Runs what is queued until nothing is due. */
  work(): Promise<void>;
  divisionId(code: string): Promise<number>;
  close(): Promise<void>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Which city, and who there moves the clock; `day`: one on which its divisions stand as the story has them. */
export interface DemoPlace { readonly city: string; readonly administrator: string; readonly day: string }
const ZHONGSHAN: DemoPlace = { city: '442000', administrator: 'admin', day: '2014-01-02' };

export async function openDemoOffice(options: { databaseUrl: string; dataDir: string; owner: pg.Client }, place: DemoPlace = ZHONGSHAN): Promise<DemoOffice> {
  const config = demoCities.find((c) => c.demo && c.code === place.city);
  if (!config) throw new Error('no demo city');
  const city = openCity(config, { ...options, connections: 4, relaxed: true });
  const doors: Doors = await findDoors();
  const handlers: readonly JobHandler[] = await findHandlers();
  // nobody changes posts in the course of a story, and the tree of divisions stands
  const callers = new Map<string, Promise<Caller>>();
  let serial = 0;
  let demoPassword: Promise<string> | undefined;
  const findCaller = async (login: string): Promise<Caller> => {
    const { rows: [row] } = await options.owner.query<{ id: string }>(
      `select p.id from ${schemaOf(city.code)}.post p join ${schemaOf(city.code)}.account a on a.id = p.account_id where a.login = $1`, [login]);
    if (!row) throw new Error(`no demo account ${login}`);
    return callerOfPost(city, Number(row.id));
  };
  const callerOf = (login: string): Promise<Caller> => {
    const caller = callers.get(login) ?? findCaller(login);
    callers.set(login, caller);
    return caller;
  };
  const nextKey = (): string => `demo-story-${(serial += 1)}`;
  const office: DemoOffice = {
    city,
    async act<T>(login: string, door: string, input: unknown) {
      const definition = doors.commands.get(door);
      if (!definition) throw new Error(`no command ${door}`);
      const outcome = await command(city, await callerOf(login), definition, input, { key: nextKey() });
      if (!outcome.ok) throw new Error(`${door} refused ${login}: ${outcome.refused.code} ${JSON.stringify(outcome.fields ?? outcome.refused.details ?? {})}`);
      return outcome.result as T;
    },
    async see<T>(login: string, door: string, input: unknown) {
      const definition = doors.queries.get(door);
      if (!definition) throw new Error(`no query ${door}`);
      const outcome = await query(city, await callerOf(login), definition, input);
      if (!outcome.ok) throw new Error(`${door} refused ${login}: ${outcome.refused.code} ${JSON.stringify(outcome.fields ?? outcome.refused.details ?? {})}`);
      return outcome.result as T;
    },
    async upload(login, name, bytes, mediaType = XLSX) {
      const outcome = await command(city, await callerOf(login), storeFile(bytes), { name, mediaType, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }, { key: nextKey() });
      if (!outcome.ok) throw new Error(`upload refused: ${outcome.refused.code}`);
      return outcome.result.id;
    },
    async usePassword(login) {
      await options.owner.query(`update ${schemaOf(city.code)}.account set password = $2, must_change_password = false where login = $1`, [login, await (demoPassword ??= hashPassword(DEMO_PASSWORD))]);
    },
    async goTo(day) { await office.act(place.administrator, 'clock.move', { to: day }); },
    async work() {
      for (;;) {
        // the story does not wait out the pauses between questions to an agency
        const { rowCount } = await options.owner.query(`update ${schemaOf(city.code)}.job set run_after = now() where state = 'waiting' and attempts < 10`);
        if (!rowCount) return;
        while (await workOnce(city, handlers)) { /* until nothing is due */ }
      }
    },
    async divisionId(code) {
      const { rows: [row] } = await options.owner.query<{ id: number }>(
        `select id from ${schemaOf(city.code)}.division where code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`, [code, place.day]);
      if (!row) throw new Error(`no division ${code}`);
      return row.id;
    },
    close: () => city.close(),
  };
  return office;
}
