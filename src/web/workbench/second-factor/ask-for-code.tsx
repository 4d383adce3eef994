import { useEffect, useState } from 'react';
import { askForCodeBy } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CodeForm } from './code-form.tsx';

/** Stands over the desk: when a signature or a payment asks for a fresh code, a small sheet comes up; afterwards the very same thing goes on by itself. */
export function AskForCode() {
  const [waiting, setWaiting] = useState<readonly ((given: boolean) => void)[]>([]);
  useEffect(() => askForCodeBy(() => new Promise<boolean>((resolve) => { setWaiting((others) => [...others, resolve]); })), []);
  const answer = (given: boolean) => {
    for (const resolve of waiting) resolve(given);
    setWaiting([]);
  };
  return (
    <Dialog open={waiting.length > 0} title="再验一次身份" onClose={() => answer(false)}>
      <p>签批和付款前，隔一阵要再验一次。验过以后，刚才那一步自己接着办，写好的都还在。</p>
      <CodeForm submit="验过，接着办" onDone={() => answer(true)} onCancel={{ label: '先不办', run: () => answer(false) }} />
    </Dialog>
  );
}
