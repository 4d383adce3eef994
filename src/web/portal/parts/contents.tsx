import { A } from '../../ui/link.tsx';
import type { Gettable } from './answers.ts';

/** With so few lines there is room to say what each is. */
const FEW = 4;

/** The contents page: a need, dots, and what there is to get. */
export function Contents({ items }: { items: readonly Gettable[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.matter}><A href={`/get/${item.matter}`}><span className="what">{item.need}</span><span className="dots" aria-hidden="true" /><span className="get">{item.get}</span></A>{items.length > FEW ? null : <p className="note">{item.intro}</p>}</li>
      ))}
    </ul>
  );
}
