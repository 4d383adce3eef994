import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';

/** The window of one's own town, with its telephone: made public for everybody, found here for whoever is signed in. Null where it is not known. */
export default defineQuery({
  id: 'single-window.my-window', title: '我家所在镇街的救助窗口', allow: { anyone: true }, input: z.strictObject({}),
  async run(tx, _input, by): Promise<{ name: string; phone: string; address: string } | null> {
    if (by.caller.person === null) return null;
    return (await tx.find<{ name: string; phone: string; address: string }>(
      `select w.name, w.phone, w.address from service_window w
        where w.level = 'town' and w.division_id = office_of(place_of_person($1), 'town') and w.opened_on <= $2 and (w.closed_on is null or w.closed_on > $2) and w.phone <> '' order by w.id desc limit 1`,
      [by.caller.person, by.today])) ?? null;
  },
});
