import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { generatePopulation } from '../demo/population/generate-population.ts';
import { openDemoOffice } from '../demo/seed/demo-office.ts';
import { openAccounts } from '../demo/seed/open-accounts.ts';
import { makeRosterWorkbook } from '../demo/workbooks/make-roster.ts';
import { loadCalendar } from '../src/kernel/registers/calendar/load-calendar.ts';
import { loadDivisions } from '../src/kernel/registers/division/load-divisions.ts';
import { listDivisionsOn, readDivisionData } from '../src/kernel/registers/division/read-division-data.ts';
import { plainDate } from '../src/kernel/values/plain-date.ts';
import type { Bench, BenchOutcome, Stage } from './harness/bench.ts';
import { hashOf } from './harness/measuring.ts';
import { makeTwins } from './harness/twins.ts';

const CITY = '442000';
const PROMISED = 5_000;
const DAY = '2014-11-03';
const MONTH = '2014-12';
const DIVISIONS = join(import.meta.dirname, '..', 'data', 'divisions', 'guangdong.csv');

interface Preview { readonly good: { readonly households: number; readonly persons: number; readonly fen: number }; readonly errors: readonly unknown[] }

/** The bureau's own workbook, with the usual errors in it, through the doors a clerk uses: handed in, looked through with a word for each wrong row, ordered, taken in. */
async function run(stage: Stage): Promise<BenchOutcome> {
  const [households, persons] = stage.small ? [40, 95] : [8_500, 20_000];
  const owner = new pg.Client({ connectionString: await stage.databaseUrl(), options: `-c search_path=city_${CITY},ext -c datestyle=ISO -c client_min_messages=warning` });
  await owner.connect();
  try {
    await furnish(owner);
    const divisions = listDivisionsOn(readDivisionData(readFileSync(DIVISIONS, 'utf8')), plainDate('2014-10-31'));
    const bytes = await makeRosterWorkbook(generatePopulation({ seed: 7, divisions, households, persons }), { month: '2014-11', merge: false, place: '全市', errors: true });
    const office = await openDemoOffice({ databaseUrl: await stage.databaseUrl(), dataDir: stage.dataDir, owner });
    try {
      // the reading thread has been up since the first roster of the day
      const first = await office.upload('approver', '样表.xlsx', await makeRosterWorkbook(generatePopulation({ seed: 8, divisions, households: 20, persons: 45 }), { month: '2014-11', merge: false }));
      await office.see('approver', 'subsistence-allowance.preview-roster', { file: first });
      const memory = stage.watchMemory();
      const began = performance.now();
      const file = await office.upload('approver', '花名册.xlsx', bytes);
      const preview = await office.see<Preview>('approver', 'subsistence-allowance.preview-roster', { file });
      const looked = (performance.now() - began) / 1000;
      await office.act('approver', 'subsistence-allowance.import-roster', { file, expect: preview.good, firstMonth: MONTH });
      await office.work();
      const seconds = (performance.now() - began) / 1000;
      const peak = await memory.peak();
      const { rows: [kept] } = await owner.query<{ n: number }>('select count(*)::int as n from household_member');
      if (kept?.n !== preview.good.persons) throw new Error(`${kept?.n} of ${preview.good.persons} persons came in`);
      const limit = await makeTwins(owner, ['person', 'person_version', 'person_document', 'household', 'household_version', 'household_member', 'payee_account', 'benefit_grant', 'grant_version', 'grant_line', 'grant_person', 'roster_household'].map((table) => ({ table, where: 'true' })));
      const rate = persons / seconds;
      return {
        measures: [
          { what: '交上来、逐行查对', rows: persons, unit: '行', seconds: looked, promised: '说得出每一行错在哪里', reached: `${preview.errors.length} 处不对`, met: preview.errors.length > 0 },
          { what: '导入全过程：交、查、加密、查重、入册、签名', rows: persons, unit: '行', seconds, peak, limit: { what: '同样的成品行用一条 insert … select 写进同样的表', rows: preview.good.persons, seconds: limit }, promised: `每秒 ≥ ${PROMISED} 行`, reached: `每秒 ${Math.round(rate)} 行`, met: rate >= PROMISED },
        ],
        hash: await hashOf(owner, `select p.name, p.birth_date, v.fen from person p join grant_person g on g.person_id = p.id join grant_version v on v.id = g.version_id order by v.household_id, p.name collate "C", p.birth_date`),
      };
    } finally {
      await office.close();
    }
  } finally {
    await owner.end();
  }
}

async function furnish(owner: pg.Client): Promise<void> {
  await loadDivisions(owner, CITY);
  await loadCalendar(owner, CITY);
  await owner.query('update city set demo = true, demo_day = $1', [DAY]);
  await openAccounts(owner, [CITY]);
  await owner.query(`with a as (insert into account (login, name, kind, command_id) values ('system', '系统', 'system', null) on conflict do nothing returning id)
    insert into post (account_id, role, division_id, valid_from, command_id) select a.id, 'system', d.id, '2000-01-01', null from a, division d where d.code = '${CITY}' and d.valid_to is null`);
  await owner.query('analyze');
}

export const bench: Bench = { id: 'import', title: '导入花名册', promise: '每秒 5,000 行，逐行报错、加密、查重', run };
