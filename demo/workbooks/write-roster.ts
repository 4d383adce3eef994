/**
 * Writes the 花名册 of one town of the demo city, to try the import with.
 *
 *   node demo/workbooks/write-roster.ts 石岐区 roster.xlsx [--errors]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listDivisionsOn, readDivisionData } from '../../src/kernel/registers/division/read-division-data.ts';
import { DEMO_CITY, DEMO_SEED, generatePopulation } from '../population/generate-population.ts';
import { makeRosterWorkbook } from './make-roster.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
const [place, file] = positionals;
if (values.help || place === undefined || file === undefined) {
  console.log('node demo/workbooks/write-roster.ts 镇区 文件.xlsx [--errors]\n  --errors  在花名册里各放一处常见的错');
  process.exit(values.help ? 0 : 2);
}
const data = readDivisionData(readFileSync(join(import.meta.dirname, '../../data/divisions/guangdong.csv'), 'utf8'));
const divisions = listDivisionsOn(data, '2014-10-31');
const town = divisions.find((row) => row.parentCode === DEMO_CITY && row.name === place);
if (town === undefined) {
  console.error(
    `没有“${place}”。可选：${divisions
      .filter((row) => row.parentCode === DEMO_CITY)
      .map((row) => row.name)
      .join('、')}`,
  );
  process.exit(2);
}
const households = generatePopulation({ seed: DEMO_SEED, divisions }).filter((household) => household.village.startsWith(town.code));
writeFileSync(file, await makeRosterWorkbook(households, { errors: values.errors, place }));
console.log(`${file}：${households.length} 户，${households.reduce((sum, household) => sum + household.members.length, 0)} 人`);
