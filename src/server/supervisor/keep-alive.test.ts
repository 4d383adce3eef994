import { expect, it } from 'vitest';
import { keepAlive, type Running } from './keep-alive.ts';

/** A thing that lives until it is stopped or let die. */
function standIn(): Running & { die(how: string): void; wasStopped: boolean } {
  const { promise, resolve } = Promise.withResolvers<string>();
  const thing = { exited: promise, die: resolve, wasStopped: false, stop: async () => ((thing.wasStopped = true), resolve('stopped')) };
  return thing;
}
const silent = { name: 'thing', say: () => {}, onGiveUp: () => {} };

it('ends what is only being started when it is told to stop', async () => {
  const slow = standIn();
  const { promise, resolve } = Promise.withResolvers<Running>();
  const kept = keepAlive({ ...silent, start: () => promise });
  const stopped = kept.stop();
  resolve(slow);
  await stopped;
  expect(slow.wasStopped).toBe(true);
});

it('does not wait out the pause before a new start when it is told to stop, and starts no more', async () => {
  let starts = 0;
  const kept = keepAlive({ ...silent, start: async () => (starts++, Promise.reject(new Error('no'))) });
  await expect.poll(() => starts).toBe(2);
  await kept.stop();
  const before = starts;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(starts).toBe(before);
});

it('does not count a restart that was asked for as a death', async () => {
  const said: string[] = [];
  const lives: ReturnType<typeof standIn>[] = [];
  const kept = keepAlive({ ...silent, say: (line) => said.push(line), start: async () => (lives.push(standIn()), lives.at(-1)!) });
  for (let round = 1; round <= 7; round++) {
    await expect.poll(() => lives.length).toBe(round);
    await kept.restart();
  }
  expect(said).toEqual([]);
  await expect.poll(() => lives.length).toBe(8);
  await kept.stop();
});
