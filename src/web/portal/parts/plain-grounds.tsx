import { citeLaw, type LawReference } from '../../../kernel/contract/law.ts';
import { Grounds } from '../../ui/grounds.tsx';

export interface PlainGround { readonly id: string; readonly title: string; readonly result: 'met' | 'unmet' | 'unknown'; readonly because: string; readonly law: LawReference }

/** Every ground, what does not fit first; when all rest on one instrument it is named once, under them. */
export function PlainGrounds({ items }: { items: readonly PlainGround[] }) {
  const instruments = new Set(items.map(({ law }) => citeLaw({ instrument: law.instrument, documentNumber: law.documentNumber ?? null })));
  const [only] = instruments;
  const order = { unmet: 0, unknown: 1, met: 2 } as const;
  const sorted = items.toSorted((a, b) => order[a.result] - order[b.result]);
  return (
    <>
      <Grounds plain items={sorted.map(({ result, because, law }) => ({ result, fact: because, law: instruments.size === 1 ? (law.article ?? '') : citeLaw(law) }))} />
      {instruments.size === 1 && only !== undefined ? <p className="note after">依据：{only}</p> : null}
    </>
  );
}
