import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { addDays } from '../../../../kernel/values/plain-date.ts';

/** 撤销窗口: from tomorrow it takes nobody in; what it took in goes on. */
export default defineCommand({
  id: 'single-window.close-window', title: '撤销窗口', allow: { roles: ['administrator', 'approver'] }, input: z.strictObject({ window: z.int().positive() }),
  async run(tx, input, by) {
    const closed = await tx.run('update service_window set closed_on = $2 where id = $1 and closed_on is null', [input.window, addDays(by.today, 1)]);
    if (closed === 0) throw new Refusal('window.not-found');
    return { closedOn: addDays(by.today, 1) };
  },
});
