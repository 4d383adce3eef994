import { defineRefusals } from '../../../kernel/contract/refusal.ts';

export default defineRefusals({
  'special-care-survey.drawn': { status: 409, sentence: '这次调查已经抽过样，名单不重抽。' },
  'special-care-survey.too-few': { status: 422, sentence: '服务台账里在册的优抚对象只有 {population} 人，抽不出 {size} 人。请先把样本量改小，或补登服务计划。' },
  'special-care-survey.not-asking': { status: 409, sentence: '这次调查现在是“{state}”，只有“调查中”的才记答卷和回访。' },
  'special-care-survey.answered': { status: 409, sentence: '这一位已经记过了。写错的，请到这次调查的台账页上更正那一条。' },
  'special-care-survey.before-draw': { status: 422, sentence: '访问日期不能早于抽样日期（{day}）。' },
  'special-care-survey.worker-needed': { status: 422, sentence: '分数在回访线及以下，要有人回访。他现在没有社工服务，请写回访社工。' },
  'special-care-survey.no-follow-up': { status: 409, sentence: '这一位没有等着的回访。' },
  'special-care-survey.before-visit': { status: 422, sentence: '回访日期不能早于访问日期（{day}）。' },
});
