import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { checkSignOnSettings, signOnFile } from '../kernel/access/sign-on-settings.ts';
import { demoCities, schemaOf, type CityConfig } from '../kernel/db/cities.ts';
import { openCity } from '../kernel/db/city.ts';
import { command } from '../kernel/db/command.ts';
import { migrateAll } from '../kernel/db/migrate.ts';
import publishDeclared from '../kernel/items/commands/publish-declared.ts';
import { systemCaller } from '../kernel/jobs/work.ts';
import { loadCalendar } from '../kernel/registers/calendar/load-calendar.ts';
import { loadDivisions } from '../kernel/registers/division/load-divisions.ts';
import { loadRegistry } from '../kernel/registry/find-declarations.ts';
import { dropUnfinished, markFinished, markUnfinished } from './unfinished-demo.ts';

export interface PrepareOptions { readonly databaseUrl: string; readonly dataDir: string; log(line: string): void }

/**
 * Before anything serves: checks the declarations, brings every city's schema to the present shape, reads divisions and calendar,
 * and fills the demo city the first time. Safe to run at every start.
 */
export async function prepare(options: PrepareOptions): Promise<void> {
  await loadRegistry();
  if (existsSync(signOnFile(options.dataDir))) checkSignOnSettings(signOnFile(options.dataDir));
  const owner = new pg.Client({ connectionString: options.databaseUrl });
  await owner.connect();
  try {
    if (await dropUnfinished(owner, options.dataDir)) options.log('上次启动时演示数据没有装完，重新装一遍');
    await migrateAll(options.databaseUrl, demoCities);
    await Promise.all(demoCities.map((city) => fillGround(city, options)));
    if (await isEmpty(owner, '442000') && existsSync(join(import.meta.dirname, '..', '..', 'demo'))) {
      const { seedDemo } = await import('../../demo/seed/seed-demo.ts');
      await markUnfinished(owner);
      const accounts = await seedDemo({ ...options, owner });
      await markFinished(owner);
      writeFileSync(join(options.dataDir, 'accounts.txt'), `${accounts.join('\n')}\n`, { mode: 0o600 });
    }
    for (const city of demoCities) await publishItems(city.code, options);
  } finally {
    await owner.end();
  }
}

/** What every city stands on before anybody works in it: divisions, working days, the system's own post. */
async function fillGround(city: CityConfig, options: PrepareOptions): Promise<void> {
  const owner = new pg.Client({ connectionString: options.databaseUrl });
  await owner.connect();
  try {
    const { written } = await loadDivisions(owner, city.code);
    await loadCalendar(owner, city.code);
    if (written > 0) options.log(`${city.name}：读入行政区划 ${written} 条`);
    await openSystemPost(owner, city.code);
  } finally {
    await owner.end();
  }
}

/** The post under which the platform itself works where no person ordered it. */
async function openSystemPost(owner: pg.Client, city: string): Promise<void> {
  const s = schemaOf(city);
  await owner.query(
    `with a as (insert into ${s}.account (login, name, kind, command_id) values ('system', '系统', 'system', null) on conflict do nothing returning id)
     insert into ${s}.post (account_id, role, division_id, valid_from, command_id) select a.id, 'system', d.id, '2000-01-01', null from a, ${s}.division d where d.code = $1 and d.valid_to is null`, [city]);
}

/** The item catalogue that ships with this release is put into force; what a bureau entered stays. */
async function publishItems(code: string, options: PrepareOptions): Promise<void> {
  const config = demoCities.find((one) => one.code === code);
  if (!config) return;
  const city = openCity(config, { ...options, connections: 2 });
  try {
    const outcome = await command(city, await systemCaller(city), publishDeclared, {}, { key: `publish-${randomUUID()}` });
    if (!outcome.ok) throw new Error(`${config.name}: items were not published: ${outcome.refused.code}`);
  } finally {
    await city.close();
  }
}

const isEmpty = async (owner: pg.Client, city: string): Promise<boolean> =>
  (await owner.query<{ none: boolean }>(`select not exists (select 1 from ${schemaOf(city)}.account where kind = 'staff') as none`)).rows[0]?.none ?? false;
