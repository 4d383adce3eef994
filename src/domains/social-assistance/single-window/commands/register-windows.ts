import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { findPlace } from '../handovers.ts';
import { WINDOW_LEVELS } from '../terms.ts';

const window = z.strictObject({
  level: z.enum(['city', 'town', 'village']), division: z.string().regex(/^\d{2,12}$/), name: z.string().trim().min(2).max(60), address: z.string().trim().min(2).max(100), phone: z.string().trim().min(5).max(30),
  openedOn: dayInput,
});

/** 设立窗口: enters windows into the register, one or a whole city's at once. */
export default defineCommand({
  id: 'single-window.register-windows', title: '登记窗口', allow: { roles: ['administrator', 'approver'] }, input: z.strictObject({ windows: z.array(window).min(1).max(1000) }),
  async run(tx, input, by) {
    for (const one of input.windows) {
      const division = await findPlace(tx, one.division, by.today);
      const place = division === undefined ? undefined : await tx.one<{ level: string; name: string }>('select level, name from division where id = $1', [division]);
      if (division === undefined || place === undefined) throw new Refusal('intake.no-such-place');
      if (place.level !== one.level) throw new Refusal('window.wrong-level', { office: place.name, level: WINDOW_LEVELS[one.level] });
      const made = await tx.run('insert into service_window (level, division_id, name, address, phone, opened_on) values ($1, $2, $3, $4, $5, $6) on conflict (division_id, level) where closed_on is null do nothing',
        [one.level, division, one.name, one.address, one.phone, one.openedOn]);
      if (made === 0) throw new Refusal('window.twice', { office: place.name, level: WINDOW_LEVELS[one.level] });
    }
    return { windows: input.windows.length };
  },
});
