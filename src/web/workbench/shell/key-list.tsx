import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Key, useKeyLayer, useKeys } from '../../ui/keys.tsx';

type Line = readonly [string, string];

/** Keys that every page has, in the order they are learned. */
const EVERYWHERE: readonly string[] = ['j', 'k', 'ArrowDown', 'ArrowUp', 'u', 'Backspace', '/', 'Ctrl+k', '?'];
const ALWAYS: readonly Line[] = [['Enter', '打开选中的一行'], ['Ctrl+Enter', '交上正在填的表'], ['Escape', '离开格子；关上最上面的一层']];

/** `?`: every key that acts on this page, and the switch that turns single letters off. After G: where one can go. */
export function KeyList() {
  const layer = useKeyLayer();
  const [keys, setKeys] = useState<readonly Line[] | undefined>(undefined);
  useKeys({ '?': { title: '全部快捷键', run: () => setKeys(layer?.list()) } });
  const own = keys?.filter(([key]) => !EVERYWHERE.includes(key) && !key.startsWith('g ')) ?? [];
  const common = EVERYWHERE.flatMap((key): Line[] => keys?.filter(([one]) => one === key) ?? []);
  return (
    <>
      <Dialog open={keys !== undefined} title="这一页的快捷键" onClose={() => setKeys(undefined)} wide>
        <div className="key-parts">
          <KeyPart title="这一页" lines={own} />
          <KeyPart title="到处一样" lines={[...common, ...ALWAYS]} />
          <KeyPart title="去别处：先按 G" lines={keys?.filter(([key]) => key.startsWith('g ')) ?? []} />
        </div>
        <p className="note">填表时：单选题按 1、2 直接选并到下一题；日期写 t 就是今天。</p>
        <label className="switch"><input type="checkbox" role="switch" aria-checked={layer?.on ?? true} checked={layer?.on ?? true} onChange={(event) => layer?.switchTo(event.target.checked)} />用单个字母作快捷键</label>
      </Dialog>
      {layer?.begun === undefined || layer.begun.length === 0 ? null : (
        <output className="float begun"><KeyPart title="G，再按" lines={layer.begun.map(([key, title]): Line => [key.slice(2), title])} /></output>
      )}
    </>
  );
}

function KeyPart({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return <section><h3>{title}</h3><dl className="keylist">{lines.map(([key, words]) => <KeyLine key={key} of={key} title={words} />)}</dl></section>;
}

function KeyLine({ of, title }: { of: string; title: string }) {
  return <><dt><Key of={of} /><span className="vh">{of}</span></dt><dd>{title}</dd></>;
}
