import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './second-factor.css';

interface Shown { readonly qr: string; readonly secret: string; readonly minutes: number }

/** 绑定一部手机: scan, write the first code, copy the recovery codes down. `onDone` when the codes were copied. */
export function BindPhone({ begin: words, done, onDone, onCancel }: { begin: string; done: string; onDone: () => void; onCancel?: () => void }) {
  const begin = useApiCommand('access.begin-second-factor', { refresh: false });
  const bind = useApiCommand<{ readonly recoveryCodes: readonly string[] }>('session.bind-second-factor', { refresh: false });
  const [begun, setBegun] = useState(0);
  const [code, setCode] = useState('');
  const shown = useApiQuery<Shown>('access.show-new-second-factor', { }, { enabled: begun > 0 });
  const start = async () => {
    if ((await begin.run({})) === undefined) return;
    if (begun > 0) { bind.clear(); await shown.refetch(); }
    setBegun(begun + 1);
  };
  if (bind.answer !== undefined) return <RecoveryCodes codes={bind.answer.recoveryCodes} done={done} onDone={onDone} />;
  if (begun === 0) return <div className="bind"><ErrorNote problem={begin.problem} /><div className="acts">{onCancel === undefined ? null : <Button onPress={onCancel}>先不绑定</Button>}<Button kind="main" busy={begin.busy} onPress={() => void start()}>{words}</Button></div></div>;
  return (
    <Await read={shown} what="二维码">{(one) => (
      <form className="bind" noValidate onSubmit={(event) => { event.preventDefault(); void bind.run({ code }); }}>
        <ol className="steps-down">
          <li>手机上装一个验证器。<span className="note">应用商店里搜“身份验证器”，凡是支持 TOTP 的都可以；单位发了的用单位的。</span></li>
          <li>用它扫这个二维码。<img className="qr" alt="绑定用的二维码；不能扫的，用下面的密钥" src={`data:image/svg+xml;utf8,${encodeURIComponent(one.qr)}`} /><span className="note">不能扫：在验证器里选“手工输入”，写 {one.secret}</span></li>
          <li><Field label="写上验证器显示的 6 位数字" required>{(ids) => <input {...ids} className="input code" inputMode="numeric" autoComplete="one-time-code" maxLength={10} value={code} onChange={(event) => setCode(event.target.value)} />}</Field></li>
        </ol>
        <ErrorNote problem={bind.problem}>{bind.problem?.code === 'second-factor.not-begun' ? <Button onPress={() => void start()} busy={begin.busy}>换一个二维码</Button> : null}</ErrorNote>
        <div className="acts">{onCancel === undefined ? null : <Button onPress={onCancel}>先不绑定</Button>}<Button kind="main" type="submit" busy={bind.busy} {...(code.trim() === '' ? { waiting: '先写验证码。' } : {})}>确认绑定</Button></div>
        <p className="note">二维码 {one.minutes} 分钟内有效。不要截图，不要发给别人。</p>
      </form>
    )}</Await>
  );
}
