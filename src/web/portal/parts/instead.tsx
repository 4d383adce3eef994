import { useApiQuery } from '../../api-client.ts';
import { A } from '../../ui/link.tsx';
import type { Gettable } from './answers.ts';

/** What else can be done after a no: the bureau's other matters, and the ways that are always open. */
export function Instead({ matter }: { matter: string }) {
  const others = (useApiQuery<readonly Gettable[]>('benefits.what-can-i-get').data ?? []).filter((one) => one.matter !== matter);
  return (
    <section className="part" aria-labelledby="instead">
      <h2 id="instead">还能怎么办</h2>
      <ul className="steps">
        {others.map((one) => <li key={one.matter}><b><A href={`/get/${one.matter}`}>{one.get}</A></b><span>{one.need}</span></li>)}
        <li><b>急着用钱</b><span>突然生病、出事，到镇区办事窗口问“临时救助”。</span></li>
        <li><b>以后变难了</b><span>收入少了、有人生病、丢了工作，随时可以<A href="/check">再算一算</A>、再申请。</span></li>
      </ul>
      <div className="gloss"><p>这次的结果，不影响下次申请。</p></div>
    </section>
  );
}
