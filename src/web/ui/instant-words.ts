const FORMAT = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false });

/** An instant by the clock on the wall here: 2026-11-22 13:05. */
export function instantWords(iso: string | null): string {
  if (iso === null) return '';
  const part = Object.fromEntries(FORMAT.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour'] === '24' ? '00' : part['hour']}:${part['minute']}`;
}
