import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Key, useKeyLayer, useKeys } from '../../ui/keys.tsx';

/** `?`: every key that acts on this page, and the switch that turns single letters off. */
export function KeyList() {
  const layer = useKeyLayer();
  const [keys, setKeys] = useState<readonly (readonly [string, string])[] | undefined>(undefined);
  useKeys({ '?': { title: '全部快捷键', run: () => setKeys(layer?.list()) } });
  return (
    <Dialog open={keys !== undefined} title="这一页的快捷键" onClose={() => setKeys(undefined)}>
      <dl className="keylist">
        {keys?.map(([key, title]) => <KeyLine key={key} of={key} title={title} />)}
        <KeyLine of="Enter" title="打开选中的一行" />
        <KeyLine of="Escape" title="关上最上面的一层" />
      </dl>
      <label className="switch"><input type="checkbox" role="switch" aria-checked={layer?.on ?? true} checked={layer?.on ?? true} onChange={(event) => layer?.switchTo(event.target.checked)} />用单个字母作快捷键</label>
    </Dialog>
  );
}

function KeyLine({ of, title }: { of: string; title: string }) {
  return <><dt><Key of={of} /><span className="vh">{of}</span></dt><dd>{title}</dd></>;
}
