import { defineParameter } from '../../../../kernel/contract/matter.ts';
import type { HukouKind, Parameter } from '../../../../kernel/contract/parameter.ts';
import type { AsOf } from '../../../../kernel/contract/rules.ts';
import { getRatio } from '../../../../kernel/policy/derive-money.ts';
import { multiplyFen, scaleFen, type Fen } from '../../../../kernel/values/money.ts';

/**
 * 2021 第二十三条: 低保金 is the actual difference, or goes by bands (分档) of how hard the family's position is. The law leaves which to the city.
 * A band is a share of the standard that income per head stays below, and the sum a person gets in it.
 */
export const amountMethod = defineParameter({
  id: 'amount-method', title: '低保金怎么算', unit: '', kind: 'choice', choices: { difference: '按实际差额', bands: '分档' }, note: '2021年7月以前国家办法只有差额',
});

const BANDS = ['一', '二', '三', '四'] as const;
const FURTHER = BANDS.length;
export const bandLimit = (at: number): Parameter => defineParameter({
  id: `band-${at}-below`, title: `分档：第${BANDS[at - 1]}档，人均收入低于标准的`, unit: '', kind: 'ratio', note: '1 是标准本身：只分三档的，第三档写 1',
});
export const bandAmount = (at: number): Parameter => defineParameter({ id: `band-${at}-amount`, title: `分档：第${BANDS[at - 1]}档每人每月发`, unit: '元/人·月', kind: 'money', byHukouKind: true });

export const bandParameters: readonly Parameter[] = [amountMethod, ...BANDS.flatMap((_, index) => (index + 1 === FURTHER ? [bandAmount(FURTHER)] : [bandLimit(index + 1), bandAmount(index + 1)]))];

/** `limit` is the share of the standard that income per head stays below; undefined for the last band, which takes the rest. */
export interface Band { readonly title: string; readonly parameter: string; readonly limit: string | undefined; readonly each: Fen }

/** The first band that a household below the standard stays below. Bands after it are not read: a city with two fills two. */
export function bandOf(family: { readonly income: Fen; readonly line: Fen; readonly hukouKind: HukouKind | undefined }, asOf: AsOf): Band {
  for (let at = 1; at < FURTHER; at += 1) {
    const limit = asOf.ratio(bandLimit(at).id);
    // a share that falls between two fen: to stay below it is to stay below the upper one
    if (family.income < scaleFen(family.line, getRatio(limit), 'up')) return makeBand(at, limit, family.hukouKind, asOf);
  }
  return makeBand(FURTHER, undefined, family.hukouKind, asOf);
}

function makeBand(at: number, limit: string | undefined, hukouKind: HukouKind | undefined, asOf: AsOf): Band {
  const parameter = bandAmount(at).id;
  return { title: `第${BANDS[at - 1]}档`, parameter, limit, each: asOf.money(parameter, hukouKind) };
}

/** What the household gets in its band: the sum of a person times its members. */
export const bandSum = (band: Band, persons: number): Fen => multiplyFen(band.each, persons);
