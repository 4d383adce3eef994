import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { BEAT_SECONDS } from '../beat.ts';
import { findLastBackup } from '../last-backup.ts';
import { PULSE_SQL, toPulse } from '../read-pulse.ts';

interface ProcessRow { name: string; host: string; pid: number; startedAt: string; beatAt: string; rssMb: number; silentSeconds: number }

/** Three beats missed: nobody is there. */
const DEAD_AFTER_BEATS = 3;
/** Processes gone for longer are not shown, hours. */
const SHOWN_HOURS = 24;

/** How the house runs: processes, queue, sealing, the last backup and verification. Numbers and names of processes only, nobody's data. */
export default defineQuery({
  id: 'operations.get-status', title: '运行状况', allow: { roles: ['administrator'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const processes = await tx.rows<ProcessRow & Record<string, unknown>>(
      `select name, host, pid, started_at as "startedAt", beat_at as "beatAt", rss_mb as "rssMb", extract(epoch from now() - beat_at)::int as "silentSeconds"
         from process_beat where beat_at > now() - make_interval(hours => $1) order by host, name, started_at desc`, [SHOWN_HOURS]);
    const pulse = toPulse(await tx.one(PULSE_SQL));
    const verified = await tx.find<{ at: string; findings: number }>('select at, findings from last_verification()');
    return { processes: processes.map((one) => ({ ...one, alive: one.silentSeconds <= BEAT_SECONDS * DEAD_AFTER_BEATS })), pulse, verified: verified ?? null, backup: findLastBackup(by.city.dataDir) ?? null, node: process.version };
  },
});
