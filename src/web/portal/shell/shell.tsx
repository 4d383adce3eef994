import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DemoBand } from '../../ui/demo-mark.tsx';
import { Icon, Sprite } from '../../ui/icons.tsx';
import { A } from '../../ui/link.tsx';
import { OfflineBar } from '../../ui/offline-bar.tsx';
import { useCity, useSession } from '../../ui/session.ts';
import { ActingBand } from '../parts/acting-band.tsx';
import { CallUs } from '../parts/call-us.tsx';
import { ReadAloud } from '../parts/read-aloud.tsx';
import { WordsHere } from '../parts/words-here.tsx';
import { Account } from './account.tsx';
import { applyElder, useElder } from '../../ui/elder.ts';
import { useLaying } from './laying.ts';
import { portalName } from './portal-name.ts';
import { SessionEnd } from './session-end.tsx';

/** The portal: a plain head with 大字 and one's own name, the page, a foot that says whom to call. */
export function Shell() {
  const city = useCity();
  const session = useSession();
  const elder = useElder();
  useLaying(useRouterState({ select: (state) => state.location.pathname }));
  useEffect(() => { if (session !== undefined) document.documentElement.toggleAttribute('data-signed', session !== null); }, [session]);
  return (
    <>
      <Sprite />
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus(); }}>跳到正文</a>
      {city?.demo === true ? <DemoBand cityName={city.name} /> : null}
      <header className="portal-head">
        <A className="brand" href="/"><Icon name="brand" />{portalName(city)}</A>
        <div className="right">
          <label className="switch"><input type="checkbox" role="switch" aria-checked={elder} checked={elder} onChange={(event) => applyElder(event.target.checked)} />大字</label>
          {session === undefined ? null : <Account session={session} />}
        </div>
      </header>
      <OfflineBar />
      <ActingBand />
      <main id="main" tabIndex={-1}><Outlet /></main>
      <WordsHere />
      {elder ? <section className="elder-bar noprint" aria-label="问人、念页面"><CallUs /><ReadAloud /></section> : null}
      <SessionEnd />
      <footer className="portal-foot">
        <span>{city === undefined ? '民政局' : `${city.name}民政局`}</span>
        <span>政务热线 <a href="tel:12345">12345</a>，走不动可以请人上门</span>
        <span>窗口：周一至周五 8:30–12:00，14:30–17:30</span>
        <A href="/guide">办事指南</A>
        <A href="/standards">标准是多少</A>
        <A href="/published">谁在领低保</A>
        <A href="/complain">投诉举报</A>
        <A href="/helping">替别人办</A>
        <A href="/verify">验文书</A>
        <A href="/accessibility">无障碍说明</A>
      </footer>
    </>
  );
}
