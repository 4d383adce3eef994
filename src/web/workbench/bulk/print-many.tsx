import { ButtonLink } from '../../ui/button.tsx';

/** So many sheets are laid out at once. */
const MOST_SHEETS = 50;

/** 审批表 of everything that is ticked, one after another, to be printed together. */
export function PrintMany({ cases }: { cases: readonly number[] }) {
  const ids = [...new Set(cases)].slice(0, MOST_SHEETS);
  return ids.length === 0 ? null : <ButtonLink href={`/print-cases?cases=${ids.join('.')}`}>一起打印审批表</ButtonLink>;
}
