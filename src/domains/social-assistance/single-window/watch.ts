import { defineWatch } from '../../../kernel/contract/watch.ts';

/** 转办的签收、答复期限, for the supervision of all clocks. */
export const handoverWatch = defineWatch({
  id: 'single-window.handover', title: '求助转办',
  sql: `select h.id as subject_id, h.division_id, h.receiver_name as office, case h.state when 'sent' then '签收转办' when 'returned' then '改转' else '答复转办' end as title, h.number,
               h.sent_on as opened_on, case when h.state = 'sent' then least(h.receive_due, h.answer_due) else h.answer_due end as due_on, '/window/handovers/' || h.id as path
          from handover h where h.state in ('sent', 'received', 'returned') and h.sent_on <= $1::date`,
});
