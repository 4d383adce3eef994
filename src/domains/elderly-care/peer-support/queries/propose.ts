import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { getReadable } from '../../../../kernel/records/read/get-readable.ts';
import { readLinks } from '../../../../kernel/records/read/read-links.ts';
import { getPair, proposeHelpers } from '../pairing.ts';

const SHOWN = 20;

/** 配对建议: who could look in on this elder, the nearest first, and where it stands with the one chosen. */
export default defineQuery({
  id: 'peer-support.propose', title: '老人结对建议', allow: { staff: true }, sensitive: true, input: z.strictObject({ pair: recordInput }),
  async run(tx, input, by) {
    const { register } = await getReadable(tx, by, 'peer-pair');
    const pair = await getPair(tx, input.pair);
    const found = pair.state === 'seeking' ? await proposeHelpers(tx, pair) : [];
    const shown = found.slice(0, SHOWN);
    const links = await readLinks(tx, [], [{ person_id: pair.person }, ...shown.map((one) => ({ person_id: one.helper.person, division_id: one.helper.division }))]);
    by.saw('person', [pair.person, ...shown.map((one) => one.helper.person)], '老人结对建议');
    return {
      pair: { record: pair.record, seen: pair.id, elder: links.person.get(pair.person)?.title ?? '（不在辖区）', state: pair.state, stateTitle: register.states[pair.state]?.title ?? pair.state, helper: pair.helper, hasPoint: pair.point !== null, wishes: pair.wishes ?? [] },
      found: found.length,
      proposals: shown.map(({ helper, distance, sameCommunity, canDo }) => ({ helper: helper.record, name: links.person.get(helper.person)?.title ?? '（不在辖区）', division: links.division.get(helper.division)?.name ?? '', distance, sameCommunity, canDo, pairs: helper.pairs })),
    };
  },
});
