import { useApiQuery } from '../../api-client.ts';

interface Window { readonly name: string; readonly phone: string; readonly address: string }

/** The number to call, always in sight in 长者模式: the own town's window where it is known, else the hotline. */
export function CallUs() {
  const read = useApiQuery<Window | null>('single-window.my-window');
  const window_ = read.data ?? null;
  return window_ === null
    ? <a className="btn" href="tel:12345">打电话问 12345</a>
    : <a className="btn" href={`tel:${window_.phone.replace(/[^\d]/g, '')}`}>打电话问 {window_.phone}<span className="vh">，{window_.name}</span></a>;
}
