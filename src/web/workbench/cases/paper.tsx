import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Key, useKeys } from '../../ui/keys.tsx';
import { useOpen } from '../../ui/link.tsx';
import { useCity } from '../../ui/session.ts';
import './papers.css';

/** A paper on the desk, with the way back and the printer; nothing but the paper is printed. */
export function PaperDesk({ title, back, backTitle = '回到这一件', note, tools, children }: { title: string; back: string; backTitle?: string; note: string; /** Further buttons beside the printer. */ tools?: ReactNode; children: ReactNode }) {
  const open = useOpen();
  useKeys({ Escape: { title: backTitle, run: () => open(back) } });
  return (
    <>
      <nav className="paper-tools noprint" aria-label="打印"><ButtonLink href={back}>{backTitle} <Key of="Escape" /></ButtonLink><Button kind="main" hotkey="p" onPress={() => window.print()}>打印</Button>{tools}<span className="note">{note}</span></nav>
      <section className="paper-desk" tabIndex={0} aria-label={title}>{children}</section>
    </>
  );
}

/** In a demo city every paper says so. */
export function DemoFoot() {
  const city = useCity();
  return city?.demo === true ? <p className="foot-line"><span>演示城市，人、户、账号都是编的，不能用来办真事。</span></p> : null;
}
