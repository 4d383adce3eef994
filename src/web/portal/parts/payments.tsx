import { Money } from '../../ui/money.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { MyPayment } from './answers.ts';
import { PaymentState } from './grant-figure.tsx';
import { dayWords } from './spoken.ts';

interface Row extends MyPayment { readonly today: string }

const COLUMNS: readonly Column<Row>[] = [
  { key: 'month', title: '月份', phone: 'who', cell: (row) => <PaymentState payment={row} today={row.today} /> },
  { key: 'fen', title: '金额（元）', num: true, phone: 'state', cell: (row) => <Money fen={row.fen} /> },
  { key: 'on', title: '哪天', phone: 'what', cell: (row) => <span className="note">{[dayWords(row.on, row.today), row.kind === 'returned' ? (row.reason ?? '') : ''].filter(Boolean).join('，')}</span> },
];

/** Month by month, newest first. */
export function Payments({ payments, today }: { payments: readonly MyPayment[]; today: string }) {
  if (payments.length === 0) return null;
  return <Table caption="每个月的钱" captionShown columns={COLUMNS} rows={payments.map((one) => ({ ...one, today }))} rowKey={(row) => `${row.month}-${row.on}-${row.kind}-${row.fen}`} />;
}
