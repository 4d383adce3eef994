import type { Effect } from '../contract/procedure.ts';
import { Refusal } from '../contract/refusal.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { agenciesOf } from './agencies.ts';

/** 发出核对: one request a member and agency, sent after the commit. Everybody has authorised it first. */
export const startVerification: Effect = {
  id: 'start-verification',
  async run({ tx, by, view, case: row }) {
    if (view.authorisations.missing.length > 0) throw new Refusal('verification.not-authorised', { names: view.authorisations.missing.join('、') });
    if (view.verification.asked > 0 && !view.verification.frozen) throw new Refusal('verification.running');
    const { round } = await tx.one<{ round: number }>('select coalesce(max(round), 0) + 1 as round from verification_request where case_id = $1', [row.id]);
    for (const agency of agenciesOf(by.city.code)) {
      const requests = await tx.rows<{ id: number }>(
        `insert into verification_request (case_id, division_id, person_id, member_key, agency, categories, round, ordered_on, deadline, ordered_by_post)
         select $1, $2, m.person_id, m.key, $3, $4, $5, $6, now() + make_interval(days => $7), $8 from case_member m where m.case_id = $1 order by m.id returning id`,
        [row.id, row.division_id, agency.id, Object.keys(agency.categories), round, by.today, agency.patienceDays, by.caller.post?.id]);
      for (const { id } of requests) await enqueue(tx, 'verification.send', { requestId: id }, { key: `request-${id}`, ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    }
  },
};
