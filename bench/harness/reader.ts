import pg from 'pg';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import getGrant from '../../src/kernel/benefits/queries/get-grant.ts';
import { demoCities } from '../../src/kernel/db/cities.ts';
import { openCity } from '../../src/kernel/db/city.ts';
import { drawFrom } from './families.ts';
import { ask } from './give.ts';

// One reader of grants, open loop: a reading is due every 33 ms, however long the last one took.
const { databaseUrl, dataDir, households } = JSON.parse(process.argv[2] ?? '{}') as { databaseUrl: string; dataDir: string; households: number };
const EVERY_MS = 1000 / 30;
const city = openCity(demoCities[0]!, { databaseUrl, dataDir, connections: 8 });
const owner = new pg.Client({ connectionString: databaseUrl, options: '-c search_path=city_442000' });
await owner.connect();
const { rows: [post] } = await owner.query<{ id: string }>(`select p.id from post p where p.role in ('approver', 'payroll-approver') order by p.id limit 1`);
await owner.end();
const caller = await callerOfPost(city, Number(post?.id));
const draw = drawFrom(7);
const waits: number[] = [];
const read = async (due: number): Promise<void> => {
  await ask(city, caller, getGrant, { grant: 1 + Math.floor(draw() * households) });
  waits.push(performance.now() - due);
};
await read(performance.now());
waits.length = 0;

let timer: NodeJS.Timeout | undefined;
process.on('message', (word: string) => {
  if (word === 'begin') {
    const began = performance.now();
    let asked = 0;
    timer = setInterval(() => {
      for (; began + asked * EVERY_MS <= performance.now(); asked += 1) void read(began + asked * EVERY_MS);
    }, 5);
    return;
  }
  clearInterval(timer);
  process.send?.({ is: 'waits', waits });
});
process.send?.({ is: 'ready', waits: [] });
