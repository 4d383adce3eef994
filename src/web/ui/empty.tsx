import type { ReactNode } from 'react';

/** Nothing here: say why, and what next. 今天没有到期的件。最近一件 11月21日到期，打开它。 */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
