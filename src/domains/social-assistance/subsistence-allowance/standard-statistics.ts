import { defineIndicator } from '../../../kernel/contract/indicator.ts';
import { standard } from '../common/means-test/parameters.ts';
import { averageTopUp } from './statistics.ts';

/** 低保标准: what is in force on the last day of the period; over several districts their simple mean. */
export const standardInForce = defineIndicator({
  id: 'subsistence-allowance.standard', title: '低保标准', unit: '元/人·月', kind: 'ratio', measures: 'fen', rounding: { decimals: 2 }, covers: 'S002',
  definition: '这一期最后一天在用的低保标准。有几个区县的，是各区县标准的简单平均，城镇、农村分开；有一个区县没有来源，这一类就不平均。',
  figures: ['gz2014-001', 'gz2014-002', 'py2018-001', 'py2018-002', 'zs2014-033', 'zs2014-034'], parts: { 'gz2014-001': 'urban', 'gz2014-002': 'rural' },
  sql: '', standard: { parameter: standard.id, as: 'value' },
});

/** 低保标准增幅 over the period, against the day before it began. */
export const standardGrowth = defineIndicator({
  id: 'subsistence-allowance.standard-growth', title: '低保标准增幅', unit: '%', kind: 'ratio', measures: 'count', rounding: { decimals: 2 }, covers: 'S002',
  definition: '这一期最后一天的低保标准，比这一期开始前一天的标准提高的百分比。',
  figures: ['zs2014-035'], sql: '', standard: { parameter: standard.id, as: 'growth' },
});

/** 低保补差水平同比 in per cent. */
export const topUpGrowth = defineIndicator({
  id: 'subsistence-allowance.top-up-growth', title: '低保补差水平同比增长率', unit: '%', kind: 'ratio', measures: 'fen', rounding: { decimals: 2 }, covers: 'S001',
  definition: '这一期的低保补差水平，比上年同期提高的百分比。上年同期没有发放记录的，算不出。',
  figures: ['zs2014-038', 'zs2014-039'], parts: { 'zs2014-038': 'urban', 'zs2014-039': 'rural' }, sql: averageTopUp.sql, compared: { indicator: averageTopUp.id, as: 'percent' },
});

/** 低保补差水平比上年增加额. */
export const topUpIncrease = defineIndicator({
  id: 'subsistence-allowance.top-up-increase', title: '低保补差水平较上年增加额', unit: '元/人·月', kind: 'ratio', measures: 'fen', rounding: { decimals: 2 }, covers: 'S001',
  definition: '这一期的低保补差水平，减去上年同期的。上年同期没有发放记录的，算不出。',
  figures: ['sz2007-006'], sql: averageTopUp.sql, compared: { indicator: averageTopUp.id, as: 'difference' },
});

export const standardIndicators = [standardInForce, standardGrowth, topUpGrowth, topUpIncrease];
