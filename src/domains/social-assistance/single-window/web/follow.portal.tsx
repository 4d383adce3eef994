import { useState } from 'react';
import { useApiQuery } from '../../../../web/api-client.ts';
import { Await } from '../../../../web/ui/await.tsx';
import { Button } from '../../../../web/ui/button.tsx';
import { Field } from '../../../../web/ui/field.tsx';
import { WithoutPhone } from '../../../../web/portal/parts/without-phone.tsx';
import { HelpProgress } from '../../../../web/portal/parts/help-progress.tsx';
import { definePage } from '../../../../web/portal/shell/page.ts';
import type { Progress } from './api.ts';

/** 查进度: by the number and code on the receipt; the QR code brings both along. */
function Follow() {
  const given = new URLSearchParams(location.search);
  const [number, setNumber] = useState(given.get('number') ?? '');
  const [code, setCode] = useState(given.get('code') ?? '');
  const [asked, setAsked] = useState(number !== '' && code !== '' ? { number, code } : undefined);
  const read = useApiQuery<Progress>('single-window.follow', asked ?? {}, { enabled: asked !== undefined });
  return (
    <div className="cols rest">
      <section>
        <h1 tabIndex={-1}>查求助办到哪里</h1>
        <p className="lead">照窗口给您的回执填，不用登录。</p>
        <form className="ask" onSubmit={(event) => { event.preventDefault(); setAsked({ number: number.trim(), code: code.trim() }); }}>
          <Field label="求助编号">{(ids) => <input {...ids} className="input" autoComplete="off" placeholder="ZS-QZ-2014-000001" maxLength={40} value={number} onChange={(event) => setNumber(event.target.value)} />}</Field>
          <Field label="查询码">{(ids) => <input {...ids} className="input" autoComplete="off" maxLength={12} value={code} onChange={(event) => setCode(event.target.value)} />}</Field>
          <Button kind="main" type="submit">查</Button>
        </form>
        {asked === undefined ? null : <Await read={read} what="进度" lines={4}>{(progress) => <HelpProgress progress={progress} today={progress.today} />}</Await>}
      </section>
      <div className="side"><WithoutPhone /></div>
    </div>
  );
}

export default definePage({ path: '/follow', title: '查求助进度', covers: ['S022'], component: Follow });
