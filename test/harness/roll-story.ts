import { makeReturnFile } from '../../demo/bank/make-return-file.ts';
import approve from '../../src/kernel/payroll/commands/approve.ts';
import check from '../../src/kernel/payroll/commands/check.ts';
import confirm from '../../src/kernel/payroll/commands/confirm.ts';
import drawUp from '../../src/kernel/payroll/commands/draw-up.ts';
import readReturn from '../../src/kernel/payroll/commands/read-return.ts';
import resolveFinding from '../../src/kernel/payroll/commands/resolve-finding.ts';
import send from '../../src/kernel/payroll/commands/send.ts';
import submit from '../../src/kernel/payroll/commands/submit.ts';
import { BENEFIT, type PayrollWorld } from './payroll-world.ts';

/** Takes rolls through their steps as the roll desk would. */
export interface RollStory {
  draw(month: string): Promise<number>;
  version(roll: number): Promise<number>;
  /** Checks, answers every finding (hold what must be held), submits, approves, confirms. */
  approved(roll: number): Promise<void>;
  sent(roll: number): Promise<Buffer>;
  /** The bank's answer; failing by number of the file's line. */
  answered(roll: number, failing?: readonly { seq: number; code: string }[]): Promise<string>;
}

export function rollStory(world: PayrollWorld): RollStory {
  const version = async (roll: number): Promise<number> => (await world.cities.owner.query<{ version: number }>('select version from city_442000.roll where id = $1', [roll])).rows[0]?.version ?? 0;
  const at = async (roll: number): Promise<{ roll: number; version: number }> => ({ roll, version: await version(roll) });
  const story: RollStory = {
    version,
    draw: async (month) => (await world.do(world.officer, drawUp, { benefit: BENEFIT, month })).roll,
    async approved(roll) {
      await world.do(world.officer, check, await at(roll));
      const { rows } = await world.cities.owner.query<{ id: string; must_hold: boolean }>('select id, must_hold from city_442000.roll_finding where roll_id = $1 order by id', [roll]);
      for (const finding of rows) await world.do(world.officer, resolveFinding, { ...(await at(roll)), finding: Number(finding.id), action: finding.must_hold ? 'hold' as const : 'pay' as const, reason: '已核' });
      await world.do(world.officer, submit, await at(roll));
      await world.do(world.approver, approve, await at(roll));
      const { rows: [row] } = await world.cities.owner.query<{ needs_finance: boolean }>('select needs_finance from city_442000.roll where id = $1', [roll]);
      if (row?.needs_finance) await world.do(world.finance, confirm, await at(roll));
    },
    async sent(roll) {
      await world.do(world.officer, send, await at(roll));
      const { rows: [row] } = await world.cities.owner.query<{ cipher: Buffer }>('select cipher from city_442000.bank_file where roll_id = $1', [roll]);
      return Buffer.from(world.zs.keys.open(row!.cipher), 'base64');
    },
    async answered(roll, failing = []) {
      const content = makeReturnFile(await story.sent(roll), failing, '2014-12-08T10:30:00').toString('base64');
      await world.do(world.officer, readReturn, { ...(await at(roll)), fileName: 'MZHP.txt', content });
      return content;
    },
  };
  return story;
}
