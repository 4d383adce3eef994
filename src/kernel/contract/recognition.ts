/**
 * What a benefit gives when it is not money: 认定, a status of a household and its persons for a time. `items` is then empty and nothing is paid
 * by it; money that hangs on it is a benefit of its own.
 */
export interface Recognises {
  /** Parameter: for how many months it holds at most. */
  readonly validity: string;
  /** Benefit paid to a recognised household while the status holds, judged on the same facts; nothing is paid where its amount is nothing. */
  readonly supplement?: string;
  /** Name of the paper: 低收入困难家庭证明 */
  readonly certificate: string;
}
