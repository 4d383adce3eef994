import { plainDate, type PlainDate } from '../../../kernel/values/plain-date.ts';

/** 三级窗口 */
export const WINDOW_LEVELS = { city: '市级窗口', town: '镇街窗口', village: '村居窗口' } as const;
export type WindowLevel = keyof typeof WINDOW_LEVELS;

/** How a person came to be heard. */
export const WAYS_IN = { window: '到窗口', phone: '打电话', visit: '上门', patrol: '村居走访发现' } as const;
export type WayIn = keyof typeof WAYS_IN;

/** 难处: what a person says at the window, in the person's words; the office's word behind it. */
export const NEEDS = {
  'daily-life': { plain: '钱不够过日子', title: '基本生活困难' },
  'no-support': { plain: '没有收入、干不了活，也没有人养', title: '无劳动能力、无生活来源、无人赡养' },
  sudden: { plain: '家里突然出事，一时过不去', title: '意外、突发困难' },
  medical: { plain: '看病花钱太多', title: '医疗费用' },
  'emergency-treatment': { plain: '病重要抢救，付不起钱', title: '疾病应急救治' },
  schooling: { plain: '孩子上学交不起费', title: '就学' },
  housing: { plain: '没有房住，房子危险', title: '住房' },
  work: { plain: '找不到工作', title: '就业' },
  disaster: { plain: '遭了台风、水灾、火灾', title: '受灾' },
  homeless: { plain: '在外面没有地方吃住', title: '流浪乞讨、生活无着' },
  disability: { plain: '残疾康复、轮椅等器具', title: '残疾康复、辅助器具' },
  'legal-aid': { plain: '要打官司，请不起律师', title: '法律援助' },
  charity: { plain: '政策都用过了，还是困难', title: '慈善帮扶' },
  other: { plain: '说不清该找谁', title: '其他困难' },
} as const;
export type Need = keyof typeof NEEDS;
export const needIds = Object.keys(NEEDS) as readonly Need[];

/** 转办的状态: what has become of one hand-over. */
export const HANDOVER_STATES = {
  sent: { title: '已转出，等签收', plain: '已经转过去，等对方签收' },
  received: { title: '已签收，在办', plain: '对方已经收到，正在办' },
  returned: { title: '退回，待改转', plain: '转错了地方，窗口正在改转' },
  transferred: { title: '已改转', plain: '已经改转到别的单位' },
  answered: { title: '已答复，待告知', plain: '有答复了' },
  told: { title: '已告知本人', plain: '已经告诉您结果' },
} as const;
export type HandoverState = keyof typeof HANDOVER_STATES;

/** 办理结果, as the receiving office answers it. */
export const OUTCOMES = { helped: '已解决', 'in-progress': '已受理，按程序办', 'not-eligible': '不符合条件', advised: '已说明政策', withdrawn: '本人不再需要' } as const;
export type Outcome = keyof typeof OUTCOMES;

/** How the person was told. */
export const WAYS_TOLD = { window: '当面', phone: '电话', visit: '上门', letter: '书面', portal: '网上' } as const;
export type WayTold = keyof typeof WAYS_TOLD;

/** Whose law places a task with another department from a day on. 2019-03-02: 国务院令第709号 修改社会救助暂行办法. */
export const AMENDED_ON: PlainDate = plainDate('2019-03-02');
