import { encode } from 'uqr';

/** A QR code as one path; black on white whatever the paper. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges"><path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" /><path d={path} fill="#000" /></svg>;
}
