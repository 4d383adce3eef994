import { afterAll, beforeAll, expect, test } from 'vitest';
import { runClerkDay } from '../harness/clerk-day.ts';
import { openDeskOffice, type DeskOffice } from '../harness/desk-office.ts';

/** One of every state; the forty of the design are the drill test/slow/forty-cases.ts. */
const SIZE = Number(process.env['FORTY'] ?? 4);
/** A routine step takes no more keys than this once its case stands there, words left out. */
const ROUTINE = 5;

let desk: DeskOffice;
beforeAll(async () => { desk = await openDeskOffice({ day: '2014-10-13' }); }, 240_000);
afterAll(() => desk?.close());

test('[S001] 镇街到市局，一堆件从受理办到批准，只用键盘，鼠标一下也没碰', async () => {
  const day = await runClerkDay(desk, SIZE);
  console.log(`${SIZE} cases by keyboard: ${day.keys} keys and ${day.letters} letters of text; most keys a step took: ${Object.entries(day.keysPerStep).map(([step, keys]) => `${step} ${keys}`).join(', ')}`);
  expect(day.outcomes).toEqual(day.cases.map(() => 'granted'));
  expect(day.mouse).toBe(0);
  for (const step of ['发出核对', '出具核对报告', '提出初审意见，公示', '拟批准，公示', '批准']) expect(day.keysPerStep[step] ?? 0, step).toBeLessThanOrEqual(ROUTINE);
}, 900_000);
