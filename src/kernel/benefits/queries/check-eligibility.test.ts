import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCities, type TestCities } from '../../../../test/harness/city.ts';
import { nobody } from '../../access/caller.ts';
import { query } from '../../db/query.ts';
import checkEligibility from './check-eligibility.ts';
import whatCanIGet from './what-can-i-get.ts';

let cities: TestCities;
beforeAll(async () => { cities = await openTestCities(); });
afterAll(() => cities.close());

const ask = (answers: Record<string, string | number | boolean | null>) => query(cities.zhongshan, nobody, checkEligibility, { answers });
const told = { people: 3, hukouHere: true, hukouKind: 'urban', income: 78_500 };
const first = async (answers: Parameters<typeof ask>[0], matter = 'subsistence-allowance') => {
  const outcome = await ask(answers);
  if (!outcome.ok) throw new Error(outcome.refused.code);
  const estimate = outcome.result.find((one) => one.matter === matter);
  if (estimate === undefined) throw new Error('nothing was estimated');
  return estimate;
};

it('没有登录也能看能申请什么；每一条都说得出难处和能得到什么', async () => {
  const outcome = await query(cities.zhongshan, nobody, whatCanIGet, {});
  expect(outcome.ok && outcome.result.find((one) => one.matter === 'subsistence-allowance')).toMatchObject({ need: '钱不够过日子', get: '低保' });
});

it('三口人每月 785 元：房子和存款没说，还差这几样，先算出大约 814 元', async () => {
  const estimate = await first(told);
  expect(estimate).toMatchObject({ outcome: 'unknown', fen: 81_400 });
  expect(estimate.missing.map((need) => need.title)).toEqual(['全家存款、股票、保险加起来多少', '有几辆汽车、摩托车或船', '有几套房子']);
});

it('都说了就不差什么，数一样，标明用了演示值', async () => {
  expect(await first({ ...told, movable: 0, houses: 1, vehicles: 0 })).toMatchObject({ outcome: 'granted', fen: 81_400, missing: [], demo: true });
});

it('不能的时候，每一条理由都说，不只第一条', async () => {
  const estimate = await first({ ...told, hukouHere: false, income: 200_000, movable: 0, houses: 2, vehicles: 0 });
  expect(estimate).toMatchObject({ outcome: 'refused', fen: null });
  expect(estimate.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.id)).toEqual(['hukou', 'income', 'houses']);
});

it('[S003] 同样几道题：收入高过低保、低于低收入线的，答低收入家庭；身份不写金额', async () => {
  const answers = { ...told, income: 170_000, movable: 0, houses: 1, vehicles: 0 };
  expect(await first(answers)).toMatchObject({ outcome: 'refused', fen: null });
  expect(await first(answers, 'low-income-recognition')).toMatchObject({ outcome: 'granted', fen: null, demo: true });
  expect(await first({ ...answers, income: 78_500 }, 'low-income-recognition')).toMatchObject({ outcome: 'refused' });
});

it('没有标准来源的城市答不出数，说缺哪份规定，不猜', async () => {
  const outcome = await query(cities.guangzhou, nobody, checkEligibility, { answers: { ...told, hukouKind: 'rural' } });
  expect(outcome.ok && outcome.result.every((one) => one.fen === null && one.outcome === 'unknown')).toBe(true);
});

it('没答的、答错的，一题一句', async () => {
  const outcome = await ask({ people: 2.5, hukouHere: true, income: null });
  expect(!outcome.ok && outcome.refused.details?.['fields']).toMatchObject([{ path: 'people' }, { path: 'hukouKind' }, { path: 'income' }]);
});
