import type { RegisterCheck } from '../../../kernel/contract/register.ts';

/** What has been done was done by today: an actual day that lies ahead would be counted in a year that has not come. `days`: field → what it is called. */
export const notAhead = (days: Readonly<Record<string, string>>): RegisterCheck => ({
  id: 'not-ahead', title: '已经办了的日期不在今天以后', then: 'refuse',
  test: ({ values, today }) => {
    const [ahead] = Object.entries(days).filter(([key]) => typeof values[key] === 'string' && values[key] > today);
    return ahead === undefined ? undefined : `${ahead[1]}${String(values[ahead[0]])}还没有到。办了再写。`;
  },
});

/** The same of entries: a payment, a visit, an inspection is written when it was. `of`: sub-record → what its day is called. */
export const entriesNotAhead = (of: Readonly<Record<string, string>>): RegisterCheck => ({
  id: 'entries-not-ahead', title: '子台账记已经发生的', then: 'refuse',
  test: ({ entry, today }) => {
    const [title, day] = [of[entry?.of ?? ''], entry?.values['day']];
    return title !== undefined && typeof day === 'string' && day > today ? `${title}${day}还没有到。办了再写。` : undefined;
  },
});
