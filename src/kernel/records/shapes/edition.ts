import type { RegisterCheck } from '../../contract/register.ts';

/** 届次紧接上一届: among those the register has `alongside`, none twice and none left out; older ones may be taken over later. The first may bear any number. */
export const editionFollows = (word: '届' | '期' | '版'): RegisterCheck => ({
  id: 'edition-follows', title: `${word}次紧接上一${word}`, then: 'refuse',
  test: ({ values: { edition }, alongside }) => {
    const others = alongside.flatMap((one) => (typeof one.values['edition'] === 'number' ? [one.values['edition']] : []));
    if (typeof edition !== 'number' || others.length === 0) return undefined;
    if (others.includes(edition)) return `已经有第${edition}${word}了。请核对${word}次。`;
    const last = Math.max(...others);
    return others.includes(edition - 1) || others.includes(edition + 1) ? undefined : `上一${word}是第${last}${word}，这一${word}应是第${last + 1}${word}。请核对。`;
  },
});
