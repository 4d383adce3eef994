import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useApiCommand, useApiQuery } from '../../api-client.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { dayLong } from '../../ui/day-text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Facts } from '../../ui/page-head.tsx';
import { BindPhone } from './bind-phone.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './second-factor.css';

interface Own { readonly held: boolean; readonly since: string | null; readonly codesLeft: number; readonly demanded: boolean; readonly freshMinutes: number }

/** 我的动态验证码: whether a phone is bound, another phone, recovery codes, an end to it. */
export function OwnSecondFactor() {
  const read = useApiQuery<Own>('access.get-second-factor');
  return <Await read={read} what="动态验证码" lines={4}>{(own) => <div className="own-factor">{own.held ? <Held own={own} /> : <None own={own} />}</div>}</Await>;
}

function None({ own }: { own: Own }) {
  const client = useQueryClient();
  return (
    <>
      <p>{own.demanded ? '您的岗位要签批或付款，必须绑定。' : '没有绑定，登录只凭密码。绑定以后，登录时除了密码还要手机上的 6 位数字，别人拿到密码也进不来。'}</p>
      <BindPhone begin="绑定手机" done="抄好了" onDone={() => void client.invalidateQueries()} />
    </>
  );
}

function Held({ own }: { own: Own }) {
  const client = useQueryClient();
  const end = useApiCommand('access.end-second-factor');
  const renew = useApiCommand<{ readonly recoveryCodes: readonly string[] }>('session.renew-recovery-codes', { refresh: false });
  const [doing, setDoing] = useState<'phone' | 'end' | undefined>(undefined);
  const shut = () => { setDoing(undefined); void client.invalidateQueries(); };
  if (renew.answer !== undefined) return <RecoveryCodes codes={renew.answer.recoveryCodes} done="抄好了" onDone={() => { renew.clear(); void client.invalidateQueries(); }} />;
  return (
    <>
      <Facts items={[{ label: '绑定', value: own.since === null ? '' : `${dayLong(own.since)}起` }, { label: '没有用过的恢复码', value: `${own.codesLeft} 个` }, { label: '签批、付款', value: `隔 ${own.freshMinutes} 分钟再验一次` }]} />
      {own.codesLeft < 3 ? <p className="note">恢复码快用完了，请重新生成。</p> : null}
      <ErrorNote problem={renew.problem ?? end.problem} />
      <div className="acts"><Button onPress={() => setDoing('phone')}>换一部手机</Button><Button busy={renew.busy} onPress={() => void renew.run({})}>重新生成恢复码</Button>{own.demanded ? null : <Button kind="bare" onPress={() => setDoing('end')}>停用</Button>}</div>
      <Dialog open={doing === 'phone'} title="换一部手机" onClose={shut} wide><BindPhone begin="换成新手机" done="抄好了" onDone={shut} onCancel={shut} /></Dialog>
      <Dialog open={doing === 'end'} title="停用动态验证码" onClose={() => setDoing(undefined)} foot={<><Button onPress={() => setDoing(undefined)}>先不停用</Button><Button kind="main" busy={end.busy} onPress={() => void end.run({}).then(() => setDoing(undefined))}>停用</Button></>}>
        <p>以后登录只凭密码。恢复码同时作废。</p>
      </Dialog>
    </>
  );
}
