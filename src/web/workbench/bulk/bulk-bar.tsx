import { useState, type ReactNode } from 'react';
import { useApiQuery } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Key, useKeys } from '../../ui/keys.tsx';
import type { BulkOffer, BulkOffers, Ticked } from './api.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import type { TickState } from './use-ticks.ts';

/** So many rows one order takes. */
export const MOST_TICKED = 500;

/** At the foot of a list while rows are ticked: how many, what can be done with them together. B brings the keyboard here. */
export function BulkBar({ work, rows, ticks, initial, children }: { work: string; rows: readonly Ticked[]; ticks: TickState; /** Answers already known: the day. */ initial?: Readonly<Record<string, string>>; /** More that can be done with them here: print, sort into classes. */ children?: ReactNode }) {
  const [doing, setDoing] = useState<BulkOffer | undefined>(undefined);
  const ids = [...new Set(rows.map((row) => row.id))].slice(0, MOST_TICKED);
  const read = useApiQuery<BulkOffers>('bulk.offer', { work, ids }, { enabled: ids.length > 0 });
  const unit = read.data?.unit ?? '件';
  useKeys(ids.length === 0 ? {} : { b: { title: '去选中的能一起办什么', run: () => document.querySelector<HTMLElement>('.bulk-bar button')?.focus() }, Escape: { title: '不选了', run: ticks.clear } });
  return (
    <>
      {ids.length === 0 ? null : (
        <div className="bulk-bar" role="group" aria-label="一起办">
          <b>选了 {ids.length} {unit}</b>
          {read.data?.offers.map((offer) => <Button key={offer.what + offer.title} onPress={() => setDoing(offer)}>{offer.count < ids.length ? `${offer.title}（${offer.count} ${unit}）` : offer.title}</Button>)}
          {read.data?.offers.length === 0 ? <span className="note">选中的没有可以一起办的步骤，请逐{unit}打开办。</span> : null}
          {children}
          <Button kind="bare" onPress={ticks.clear}>不选了</Button>
          {rows.length > MOST_TICKED ? <span className="note">一次最多 {MOST_TICKED} {unit}，先办前面的。</span> : null}
          <span className="note keys-hint"><Key of="b" /> 到这里</span>
        </div>
      )}
      {doing === undefined ? null : <BulkDialog work={work} offer={doing} rows={rows.filter((row) => ids.includes(row.id))} unit={unit} {...(initial === undefined ? {} : { initial })} onClose={(finished) => { setDoing(undefined); if (finished) ticks.clear(); }} />}
    </>
  );
}
