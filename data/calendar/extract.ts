/**
 * Writes mainland.json from the development package chinese-days: `node data/calendar/extract.ts [--check]`.
 * With --check it writes nothing and fails when the file differs from what the package says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Years for which the State Council's notice is known to this file; a later year is added here once it has been published. */
const FIRST_YEAR = 2004;
const LAST_YEAR = 2026;

const packageFile = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
const target = new URL('mainland.json', import.meta.url);

const source = JSON.parse(readFileSync(packageFile, 'utf8')) as Record<'holidays' | 'workdays', Record<string, string>>;
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
const daysOf = (list: Record<string, string>) =>
  Object.keys(list)
    .filter((day) => years.includes(Number(day.slice(0, 4))))
    .sort();

const holidays = daysOf(source.holidays);
const workdays = daysOf(source.workdays);
const bare = years.filter((year) => !holidays.some((day) => day.startsWith(`${year}-`)));
if (bare.length > 0) throw new Error(`chinese-days has no holidays for ${bare.join(', ')}`);

const list = (items: readonly unknown[], perLine: number) =>
  Array.from(
    { length: Math.ceil(items.length / perLine) },
    (_, line) =>
      `    ${items
        .slice(line * perLine, (line + 1) * perLine)
        .map((item) => JSON.stringify(item))
        .join(', ')}`,
  ).join(',\n');
const text = `{\n  "years": [\n${list(years, 12)}\n  ],\n  "holidays": [\n${list(holidays, 10)}\n  ],\n  "workdays": [\n${list(workdays, 10)}\n  ]\n}\n`;

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) throw new Error('data/calendar/mainland.json differs: run node data/calendar/extract.ts');
