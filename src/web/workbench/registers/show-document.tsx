import { useState } from 'react';
import { query } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { purposeTitle, PurposeForm, type Purpose } from '../readings/purpose-form.tsx';

/** 显示全部: asks what for, shows the whole number once. Who looked, when and why is kept. */
export function ShowDocument({ person, document, title }: { person: number; document: number; title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>显示全部</button>
      <Dialog open={open} title={`显示${title}号码`} onClose={() => setOpen(false)}><Ask person={person} document={document} onDone={() => setOpen(false)} /></Dialog>
    </>
  );
}

function Ask({ person, document, onDone }: { person: number; document: number; onDone: () => void }) {
  const [shown, setShown] = useState<{ readonly number: string; readonly why: string } | undefined>(undefined);
  if (shown !== undefined) {
    return <><p className="lead"><b className="filled nowrap">{shown.number}</b></p><p className="note">已经记下：您今天为“{shown.why}”看过这个号码。关上以后又会打星号。</p><div className="foot"><Button kind="main" onPress={onDone}>看完了</Button></div></>;
  }
  const read = async (purpose: Purpose) => setShown({ number: (await query<{ readonly number: string }>('person.show-document', { person, document, ...purpose })).number, why: purposeTitle(purpose) });
  return <PurposeForm of="document" submit="显示全部号码" onRead={read} onClose={onDone} />;
}
