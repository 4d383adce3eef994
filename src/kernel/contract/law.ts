import type { PlainDate } from '../values/plain-date.ts';

/** A place in the law: the instrument, the article, and the number of the document that carries it. */
export interface LawReference {
  /** 法规名称, e.g. 最低生活保障审核审批办法（试行） */
  readonly instrument: string;
  /** 条, e.g. 第二十三条 */
  readonly article?: string;
  /** 文号; null where no source gave it: shown as 文号未录入, never invented */
  readonly documentNumber?: string | null;
  readonly inForce?: { readonly from: PlainDate; readonly to: PlainDate | null };
}

/** One line as papers cite it: 《…》（民发〔2012〕220号）第五条 */
export function citeLaw(law: LawReference): string {
  const number = law.documentNumber ? `（${law.documentNumber}）` : '';
  return `《${law.instrument}》${number}${law.article ?? ''}`;
}
