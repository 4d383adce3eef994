import { useState } from 'react';
import type { DesignPage, DesignSource } from '../../../kernel/records/own/design-face.ts';
import { useApiCommand } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Field } from '../../ui/field.tsx';
import { A } from '../../ui/link.tsx';
import { Section } from '../../ui/page-head.tsx';
import { usePost } from '../../ui/session.ts';
import { writeAddress } from '../views/list-address.ts';
import { STANDS } from './state-words.ts';

/** What this edition changes, what cannot be undone, who took which step; and what may be done with it now. */
export function EditionAside({ page, touched }: { page: DesignPage; touched: boolean }) {
  const publish = useApiCommand('records.publish-declaration');
  const [withdrawing, setWithdrawing] = useState(false);
  const keeps = page.declaration.keepers.includes(usePost()?.role ?? '');
  const inForce = page.published !== null && !page.withdrawn;
  const ready = page.state === 'sent' || page.state === 'failed';
  return (
    <Section title={`第 ${page.version} 版改了什么`} note={page.changes.length === 0 ? '和上一版一样' : undefined}>
      <ul className="told-list">{page.changes.map((one) => <li key={one}>{one}</li>)}{page.lasting.map((one) => <li key={one}><b>发布以后收不回：</b>{one}</li>)}</ul>
      {page.state === 'sent' && page.mine ? <p className="note">等另一个人复核：请系统管理员，或别的业务科的经办，打开“台账”里的“自建台账”，点开它，按“复核无误，发布”。发布以后您在这里就能导入旧表。</p> : null}
      <ErrorNote problem={publish.problem} />
      <p className="acts noprint">
        {ready ? <Button kind="main" busy={publish.busy} {...(page.mine ? { waiting: '您参与设计的，由另一个人复核发布。' } : touched ? { waiting: '您改过了，先存草稿，再交别人复核。' } : {})} onPress={() => void publish.run({ register: page.register, seen: page.step })}>{page.state === 'failed' ? '再建一次表' : '复核无误，发布'}</Button> : null}
        <ExportButton list="records.declaration-file" asked={{ register: page.register, step: page.step }} single>导出声明文件</ExportButton>
        {inForce ? <Button onPress={() => setWithdrawing(true)}>停用</Button> : null}
        {inForce && keeps && page.source !== null ? <ButtonLink kind="main" href={importAddress(page.register, page.source)}>导入“{page.source.name}”</ButtonLink> : null}
        {page.published !== null ? <A href={`/registers/${page.register}`}>打开台账</A> : null}
      </p>
      <details className="ways-of-state"><summary>经过（{page.editions.length} 步）</summary><ul className="told-list">{page.editions.map((one) => <li key={one.step}>{one.on}　第 {one.version} 版 {STANDS[one.state].title}　{one.by}{one.note === '' ? '' : `　${one.note}`}</li>)}</ul></details>
      {withdrawing ? <Withdraw page={page} onClose={() => setWithdrawing(false)} /> : null}
    </Section>
  );
}

/** The import of the sheet the register was designed from: read already, mapped already. */
const importAddress = (register: string, { file, sheet, headRow }: DesignSource): string =>
  `/registers/${register}/import${writeAddress({ file, ...(sheet === undefined ? {} : { sheet }), ...(headRow === undefined ? {} : { head: headRow }) })}`;

function Withdraw({ page, onClose }: { page: DesignPage; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useApiCommand('records.withdraw-declaration');
  const send = async () => {
    setAsked(true);
    if (reason.trim() === '') return;
    if ((await command.run({ register: page.register, seen: page.step, reason: reason.trim() })) !== undefined) onClose();
  };
  return (
    <Dialog open title="停用这个台账" onClose={onClose} foot={<Button kind="main" busy={command.busy} onPress={() => void send()}>停用</Button>}>
      <p>停用以后不能登记新的，已有的还看得到、还能更正。再发布一版就又能用。</p>
      <ErrorNote problem={command.problem} kept="您写的还在。" />
      <Field label="为什么停用" required error={asked && reason.trim() === '' ? '请写原因。' : undefined}>{(ids) => <textarea {...ids} className="input" rows={3} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
    </Dialog>
  );
}
