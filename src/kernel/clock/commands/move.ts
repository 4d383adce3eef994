import { z } from 'zod';
import { LAST_DAY } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { announce } from '../../jobs/enqueue.ts';
import { parsePlainDate } from '../../values/plain-date.ts';

/** Moves the business day of a demo city forward. A real city's day is the day in Asia/Shanghai. */
export default defineCommand({
  id: 'clock.move', title: '把演示日期往前走', allow: { staff: true },
  input: z.strictObject({ to: z.string().max(10) }),
  async run(tx, input, by) {
    const to = parsePlainDate(input.to);
    if (!to) throw new Refusal('clock.not-a-day');
    if (!by.city.demo) throw new Refusal('clock.real');
    if (to < by.today) throw new Refusal('clock.back', { today: by.today });
    if (to > LAST_DAY) throw new Refusal('clock.too-far');
    await tx.run('update city set demo_day = $1', [to]);
    await announce(tx, 'clock.moved', { to });
    return { today: to };
  },
});
