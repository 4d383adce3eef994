import { makeReturnFile, type FailingLine } from '../bank/make-return-file.ts';
import type { DemoOffice } from './demo-office.ts';

const BENEFIT = 'subsistence-allowance';

interface Stepped { readonly version: number }

/** One month lived through at the roll desk: drawn, checked, submitted, approved by another person, confirmed by finance, sent. Returns the roll. */
export async function payMonth(office: DemoOffice, month: string): Promise<{ roll: number; version: number; bankFile: Buffer }> {
  const { roll } = await office.act<{ roll: number }>('payroll', 'payroll.draw-up', { benefit: BENEFIT, month });
  await office.work();
  let version = await settleFindings(office, roll);
  for (const [login, door] of [['payroll', 'payroll.submit'], ['payroll-approver', 'payroll.approve'], ['finance', 'payroll.confirm']] as const) {
    ({ version } = await office.act<Stepped>(login, door, { roll, version }));
  }
  ({ version } = await office.act<Stepped>('payroll', 'payroll.send', { roll, version }));
  const file = await office.see<{ base64: string }>('payroll', 'payroll.get-bank-file', { roll, purpose: 'hand-to-bank' });
  return { roll, version, bankFile: Buffer.from(file.base64, 'base64') };
}

/** What the checks found is looked at one by one: a shared or agent account is paid with the reason, the rest is held. */
async function settleFindings(office: DemoOffice, roll: number): Promise<number> {
  const before = await office.see<{ version: number }>('payroll', 'payroll.get-roll', { roll });
  await office.act('payroll', 'payroll.check', { roll, version: before.version });
  const checked = await office.see<{ version: number; findings: { id: number; mustHold: boolean; held: boolean; resolution: unknown }[] }>('payroll', 'payroll.get-roll', { roll });
  for (const finding of checked.findings.filter((f) => f.resolution === null && !f.held)) {
    await office.act('payroll', 'payroll.resolve-finding', {
      roll, version: checked.version, finding: finding.id, action: finding.mustHold ? 'hold' : 'pay', reason: finding.mustHold ? '等镇街核实' : '已与镇街核对，照发',
    });
  }
  return (await office.see<{ version: number }>('payroll', 'payroll.get-roll', { roll })).version;
}

/** The bank answers; failed lines are named with the bank's codes. The month is closed; what failed is carried with its reason. */
export async function settleMonth(office: DemoOffice, sent: { roll: number; version: number; bankFile: Buffer }, bankTime: string, failing: readonly FailingLine[] = []): Promise<void> {
  const bytes = makeReturnFile(sent.bankFile, failing, bankTime);
  const { version } = await office.act<Stepped>('payroll', 'payroll.read-return', { roll: sent.roll, version: sent.version, fileName: `回盘-${sent.roll}.txt`, content: bytes.toString('base64') });
  await office.act('payroll', 'payroll.close', { roll: sent.roll, version, ...(failing.length > 0 ? { carryReason: '账户待换，下月补发' } : {}) });
}
