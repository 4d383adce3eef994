import { runClerkDay } from '../harness/clerk-day.ts';
import { openDeskOffice } from '../harness/desk-office.ts';
import { runMonthEnd } from '../harness/month-end-hand.ts';
import type { Drill } from './drill.ts';

/** What the law only wants confirmed takes no more keys than this once its case stands there. */
const ROUTINE = 5;

/** 镇街经办、镇街领导、市局审批 with forty cases in all states; then a month's end at three desks: all by keyboard. */
const drill: Drill = {
  proves: 'forty cases from their coming in to the decision, and a month from drawing to closing, by keyboard alone: no pointer event in any window, no routine step over five keys',
  async run(words) {
    const size = words.number('cases', 40);
    const failures: string[] = [];
    const desk = await openDeskOffice({ day: '2014-10-13' });
    const began = performance.now();
    const day = await runClerkDay(desk, size).finally(() => desk.close());
    const minutes = Math.round((performance.now() - began) / 6_000) / 10;
    const granted = day.outcomes.filter((outcome) => outcome === 'granted').length;
    if (granted !== size) failures.push(`${granted} of ${size} cases were granted`);
    if (day.mouse > 0) failures.push(`${day.mouse} pointer events at the clerk's, the lead's or the approver's desk`);
    for (const step of ['发出核对', '出具核对报告', '批准', '受理（批量，每件）', '上报（批量，每件）']) if ((day.keysPerStep[step] ?? 0) > ROUTINE) failures.push(`${step} took ${day.keysPerStep[step] ?? 0} keys`);
    const month = await runMonthEnd();
    if (month.state !== 'closed') failures.push(`the month's roll is ${month.state}`);
    if (month.mouse > 0) failures.push(`${month.mouse} pointer events at the roll's desks`);
    return { failures, numbers: { cases: size, granted, minutes, keys: day.keys, letters: day.letters, keysACase: Math.round(day.keys / size), mostKeysOfAStep: day.keysPerStep, monthEndKeys: month.keys }, partial: size !== 40 };
  },
};
export default drill;
