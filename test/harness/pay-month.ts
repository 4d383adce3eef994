import { makeReturnFile } from '../../demo/bank/make-return-file.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { BENEFIT } from './payroll-world.ts';

type Wire = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire
interface Doors { done(caller: Caller, door: string, body: unknown): Promise<Wire>; see(caller: Caller, door: string, body: unknown): Promise<Wire> }

/** Draws up, pays and closes a month through the doors: all that is due reaches the households. Returns the roll. */
export async function payWholeMonth(doors: Doors, desk: { readonly officer: Caller; readonly approver: Caller; readonly finance: Caller }, month: string): Promise<number> {
  const { officer, approver, finance } = desk;
  const { roll } = await doors.done(officer, 'payroll.draw-up', { benefit: BENEFIT, month });
  const at = async () => ({ roll, version: (await doors.see(officer, 'payroll.get-roll', { roll }))['version'] as number });
  await doors.done(officer, 'payroll.check', await at());
  for (const finding of (await doors.see(officer, 'payroll.get-roll', { roll }))['findings'] as { id: number; resolution: string | null }[]) {
    if (finding.resolution === null) await doors.done(officer, 'payroll.resolve-finding', { ...(await at()), finding: finding.id, action: 'pay', reason: '已核对' });
  }
  await doors.done(officer, 'payroll.submit', await at());
  await doors.done(approver, 'payroll.approve', await at());
  await doors.done(finance, 'payroll.confirm', await at());
  await doors.done(officer, 'payroll.send', await at());
  const file = await doors.see(officer, 'payroll.get-bank-file', { roll, purpose: 'hand-to-bank' });
  await doors.done(officer, 'payroll.read-return', { ...(await at()), fileName: '回盘.txt', content: makeReturnFile(Buffer.from(file['base64'] as string, 'base64'), [], `${month}-08T10:30:00`).toString('base64') });
  await doors.done(officer, 'payroll.close', await at());
  return roll as number;
}
