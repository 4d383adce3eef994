import { useState } from 'react';
import { query } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { purposeTitle, PurposeForm, type Purpose } from '../readings/purpose-form.tsx';

interface Props { readonly register: string; readonly record: number; readonly field: string; readonly title: string; /** Where it stands in an entry of the record. */ readonly of?: { readonly sub?: string; readonly entry?: number } }

/** 显示 of a confidential field: asks what for, shows it once. Who looked, when and why is kept. */
export function ShowSecret(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link noprint" onClick={() => setOpen(true)}>显示<span className="vh">{props.title}</span></button>
      <Dialog open={open} title={`显示${props.title}`} onClose={() => setOpen(false)}><Ask {...props} onDone={() => setOpen(false)} /></Dialog>
    </>
  );
}

function Ask({ register, record, field, title, of = {}, onDone }: Props & { onDone: () => void }) {
  const [shown, setShown] = useState<{ readonly value: string; readonly why: string } | undefined>(undefined);
  if (shown !== undefined) {
    return <><p className="lead"><b className="filled">{shown.value}</b></p><p className="note">已经记下：您今天为“{shown.why}”看过。关上以后又会打星号。</p><div className="foot"><Button kind="main" onPress={onDone}>看完了</Button></div></>;
  }
  const read = async (purpose: Purpose) => {
    const why = purposeTitle(purpose);
    const { value } = await query<{ readonly value: string | null }>('records.show-secret', { register, record, field, purpose: why.slice(0, 100), ...of });
    setShown({ value: value ?? '未录入', why });
  };
  return <PurposeForm of="document" submit={`显示全部${title}`} onRead={read} onClose={onDone} />;
}
