/** Everything a walk with J and K stops at: rows of tables and lines of ruled lists that open something. */
const ROWS = 'tr[data-row], .ruled > li:has(a, button), .ruled > tr:has(a)';

/** Rows that can be walked now, in their order on the sheet. */
export function listRows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`main :is(${ROWS})`)].filter((row) => row.getClientRects().length > 0);
}

/** The row one stands on: that of the focus, else the one marked as chosen. */
export function findRow(rows: readonly HTMLElement[] = listRows()): HTMLElement | undefined {
  return rows.find((row) => row.contains(document.activeElement)) ?? rows.find((row) => row.classList.contains('sel'));
}

/** What takes the focus in a row: its name's link, else its first link or button, else the row itself. */
export function focusRow(row: HTMLElement | undefined): void {
  if (row === undefined) return;
  (row.querySelector<HTMLElement>('th[scope=row] a') ?? row.querySelector<HTMLElement>('a, button') ?? row).focus();
  row.scrollIntoView({ block: 'nearest' });
}

/** Moves the focus to the next or previous row of the sheet, whichever table it stands in; without one to the first or the last. */
export function walkRows(by: 1 | -1): HTMLElement | undefined {
  const rows = listRows();
  const here = findRow(rows);
  const at = here === undefined ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, rows.indexOf(here) + by));
  focusRow(rows[at]);
  return rows[at];
}
