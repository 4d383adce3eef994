import { fen as asFen, formatYuan } from '../../../../kernel/values/money.ts';
import { dayLong } from '../../../../web/ui/day-text.ts';
import { monthWords } from '../../../../web/workbench/cases/case-head.tsx';
import type { TransferContent } from '../move/transfer-file.ts';

/** What another city says of a household that came from it, in five lines. */
export function ToldElsewhere({ said }: { said: Pick<TransferContent, 'paper' | 'allowance'> & { readonly issuer: string; readonly office: string; readonly persons: number } }) {
  const { paper, allowance } = said;
  const lines: readonly (readonly [string, string])[] = [
    ['从哪里来', `${said.issuer}${said.office === '' || said.office === said.issuer ? '' : `，${said.office}决定`}，${said.persons} 人`],
    ['停发决定', `${paper.number}，${dayLong(paper.decidedOn)}，校验码 ${paper.code}`],
    ['在那里享受', `从${monthWords(allowance.since)}起，每月 ${formatYuan(asFen(allowance.fen))} 元`],
    ['那里发到', allowance.lastMonth === null ? '没有写' : monthWords(allowance.lastMonth)],
    ['那里已经发出', allowance.lastPaidMonth === null ? '没有发过' : `到${monthWords(allowance.lastPaidMonth)}`],
  ];
  return <ul className="ruled">{lines.map(([title, words]) => <li key={title}><p><b>{title}</b>：{words}</p></li>)}</ul>;
}
