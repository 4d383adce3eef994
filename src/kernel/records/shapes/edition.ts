import type { RegisterCheck, RegisterField } from '../../contract/register.ts';

/** 上一届: written beside the edition, so that a gap or a repeated number is seen at once. 首届写 0. */
export const previousEdition = (word: '届' | '期' | '版'): RegisterField => ({ key: 'previousEdition', title: `上一${word}${word}次`, kind: 'integer', min: 0, max: 998, help: `首${word}写 0` });

/** 届次紧接上一届. Silent while either is not written. */
export const editionFollows = (word: '届' | '期' | '版'): RegisterCheck => ({
  id: 'edition-follows', title: `${word}次紧接上一${word}`, then: 'refuse',
  test: ({ values }) => {
    const { edition, previousEdition: last } = values;
    return typeof edition === 'number' && typeof last === 'number' && edition !== last + 1 ? `上一${word}是第${last}${word}，这一${word}应是第${last + 1}${word}。请核对。` : undefined;
  },
});
