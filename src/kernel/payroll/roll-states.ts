/** 编制中 → 编制 → 检查 → 提交 → 批准 → 财政确认 → 送银行 → 银行回盘 → 关账; or 作废 before it is approved. */
export type RollState = 'drawing' | 'drawn' | 'checked' | 'submitted' | 'approved' | 'confirmed' | 'sent' | 'returned' | 'closed' | 'void';

export type RollStep = 'draw' | 'check' | 'resolve' | 'submit' | 'send-back' | 'approve' | 'confirm' | 'send' | 'read-return' | 'follow-up' | 'close' | 'cancel';

export const stateTitles: Readonly<Record<RollState, string>> = {
  drawing: '编制中', drawn: '已编制', checked: '已检查', submitted: '待批准', approved: '已批准', confirmed: '财政已确认', sent: '已送银行', returned: '银行已回盘', closed: '已关账', void: '已作废',
};

export const stepTitles: Readonly<Record<RollStep, string>> = {
  draw: '编制', check: '检查', resolve: '处理检查结果', submit: '提交', 'send-back': '退回经办', approve: '批准', confirm: '财政确认', send: '送银行', 'read-return': '读回盘', 'follow-up': '编制补发册', close: '关账', cancel: '作废',
};

/** In which states a step may be taken. Reading a return is allowed again once all is back: a second copy of a file changes nothing. */
const mayTake: Readonly<Record<RollStep, readonly RollState[]>> = {
  draw: ['drawing'], check: ['drawn', 'checked'], resolve: ['checked'], submit: ['checked'], 'send-back': ['submitted'], approve: ['submitted'],
  confirm: ['approved'], send: ['approved', 'confirmed'], 'read-return': ['sent'], 'follow-up': ['sent', 'returned'], close: ['returned'], cancel: ['drawing', 'drawn', 'checked'],
};

/** Whether a roll in a state may take a step. Sending waits for finance where finance confirms. Pure. */
export function allowsStep(state: RollState, step: RollStep, needsFinance: boolean): boolean {
  if (step === 'confirm' && !needsFinance) return false;
  if (step === 'send' && state === 'approved') return !needsFinance;
  return mayTake[step].includes(state);
}

/** The stages of the strip at the head of the roll, in order; finance only where it confirms, the follow-up only when there is one. */
export function stagesOf(needsFinance: boolean): readonly { readonly id: RollStep; readonly title: string; readonly reaches: RollState }[] {
  const all = [
    { id: 'draw', title: '编制', reaches: 'drawn' }, { id: 'check', title: '检查', reaches: 'checked' }, { id: 'submit', title: '提交', reaches: 'submitted' },
    { id: 'approve', title: '批准', reaches: 'approved' }, { id: 'confirm', title: '财政确认', reaches: 'confirmed' }, { id: 'send', title: '送银行', reaches: 'sent' },
    { id: 'read-return', title: '银行回盘', reaches: 'returned' }, { id: 'close', title: '关账', reaches: 'closed' },
  ] as const;
  return all.filter((stage) => needsFinance || stage.id !== 'confirm');
}
