import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';

/** Things in an order that is changed by dragging, by the arrows beside each, or by Alt with an arrow key. */
export function OrderedList<One>({ label, items, keyOf, nameOf, onMove, children }: {
  label: string; items: readonly One[]; keyOf: (one: One) => string; nameOf: (one: One) => string; onMove: (from: number, to: number) => void; children: (one: One, at: number) => ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | undefined>(undefined);
  const [over, setOver] = useState<number | undefined>(undefined);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length) return;
    onMove(from, to);
    requestAnimationFrame(() => list.current?.children[to]?.querySelector<HTMLElement>('input, select')?.focus());
  };
  const onKey = (at: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <ol ref={list} className="ordered" aria-label={label}>
      {items.map((one, at) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the inputs inside; the list only carries them
        <li key={keyOf(one)} className={over === at && dragged !== at ? 'over' : undefined} onKeyDown={onKey(at)}
          onDragOver={(event) => { if (dragged !== undefined) { event.preventDefault(); setOver(at); } }} onDrop={(event) => { event.preventDefault(); if (dragged !== undefined) move(dragged, at); }}>
          <span className="grip" draggable aria-hidden="true" title="拖动排序" onDragStart={() => setDragged(at)} onDragEnd={() => { setDragged(undefined); setOver(undefined); }} />
          <div className="one">{children(one, at)}</div>
          <span className="arrows"><Button kind="bare" onPress={() => move(at, at - 1)}>↑<span className="vh">上移{nameOf(one)}</span></Button><Button kind="bare" onPress={() => move(at, at + 1)}>↓<span className="vh">下移{nameOf(one)}</span></Button></span>
        </li>
      ))}
    </ol>
  );
}
