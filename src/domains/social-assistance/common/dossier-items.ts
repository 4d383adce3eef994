import type { DossierItem } from '../../../kernel/contract/dossier.ts';
import { defineParameter } from '../../../kernel/contract/matter.ts';

/** Whether an approval waits until the file is complete. No national rule says so; a place decides. */
export const dossierGate = defineParameter({
  id: 'dossier-gate', title: '档案不齐时能否批准', unit: '', kind: 'choice', choices: { block: '材料齐了才能批准', flag: '只提醒，可以批准' }, note: '没有规定的地方只提醒',
});

/** What every decision leaves in the file. */
export const decided: readonly DossierItem[] = [
  { key: 'decision', title: '决定书', proof: { is: 'decision' }, due: 'after-decision' },
  { key: 'service', title: '送达回证', proof: { is: 'any', of: [{ is: 'served' }, { is: 'step', steps: ['notify', 'serve'] }, { is: 'paper', each: 'case' }] }, due: 'after-decision' },
];

/** What every application for help lays into the file before it is approved, up to the notice. */
export const applied: readonly DossierItem[] = [
  { key: 'application', title: '申请书（表）', proof: { is: 'opened' }, due: 'approval' },
  { key: 'identity', title: '身份证复印件（每人一份）', proof: { is: 'paper', each: 'member' }, due: 'approval' },
  { key: 'household-register', title: '户口簿复印件', proof: { is: 'paper', each: 'case' }, due: 'approval' },
  { key: 'authorisations', title: '核对授权书（全家签字）', proof: { is: 'authorisations' }, due: 'approval' },
];
