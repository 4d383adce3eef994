import { qrCode } from '../../../../kernel/values/qr-code.ts';

/** A QR code as one path; black on white whatever the paper. */
export function Qr({ text, label }: { text: string; label: string }) {
  const rows = qrCode(text);
  const path = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + 4} ${y + 4}h1v1h-1z`] : []))).join('');
  const size = rows.length + 8;
  return <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" /><path d={path} fill="#000" /></svg>;
}
