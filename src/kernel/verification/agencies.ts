import { formatYuan, sumFen, type Fen } from '../values/money.ts';

/** One thing an agency knows of a person: 165.00 元 a month of pension, a deposit, a car. Amounts in 分. */
export interface AnswerItem {
  readonly category: string;
  readonly title: string;
  readonly fen?: number;
  readonly every?: 'month' | 'once';
  readonly count?: number;
  readonly asOf?: string;
}
/** `found` false: nothing is kept under this person. `pending`: categories still being looked up. */
export interface Answer { readonly found: boolean; readonly items: readonly AnswerItem[]; readonly pending?: readonly string[]; readonly note?: string }

/** A body that answers checks of household means: what it is asked for and how its answer is read out. */
export interface Agency {
  readonly id: string;
  readonly title: string;
  readonly categories: Readonly<Record<string, string>>;
  /** One sentence of an answer for the case page. */
  words(answer: Answer): string;
  /** Calendar days after which nobody asks again by himself. Agreed with the agency, not set by law. */
  readonly patienceDays: number;
}

const money = (items: readonly AnswerItem[]): string => `${formatYuan(sumFen(items.map((item) => (item.fen ?? 0) as Fen)))} 元`;

function readOut(answer: Answer, categories: Agency['categories'], nothing: string, describe: (item: AnswerItem) => string): string {
  const waiting = answer.pending?.length ? `（还在查：${answer.pending.map((category) => categories[category] ?? category).join('、')}）` : '';
  const note = answer.note ? `（${answer.note}）` : '';
  return (!answer.found || answer.items.length === 0 ? nothing : answer.items.map(describe).join('；')) + note + waiting;
}

const INSURANCE = { 'pension': '养老金', 'insured-wage': '在职参保缴费工资' };
const DEPOSITS = { deposits: '存款', funds: '基金、理财' };

export const agencies: readonly Agency[] = [
  {
    id: 'social-insurance', title: '社会保险', patienceDays: 10, categories: INSURANCE,
    words: (answer) => readOut(answer, INSURANCE, '没有领取待遇，也没有在职参保', (item) => `${item.title} ${money([item])}／月`),
  },
  {
    id: 'bank-deposits', title: '银行存款', patienceDays: 15, categories: DEPOSITS,
    words: (answer) => readOut(answer, DEPOSITS, '没有存款', (item) => `${item.title} ${money([item])}`),
  },
];

/** Agencies a city is connected with. */
export const agenciesOf = (_city: string): readonly Agency[] => agencies;
export const findAgency = (id: string): Agency | undefined => agencies.find((agency) => agency.id === id);
