import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';

const USUAL: readonly string[] = ['等电话', '下午入户', '要请示', '先办急的'];

/** 稍后: why this one is put aside for now. The limit runs on, and only one's own order changes. */
export function LaterDialog({ caseId, name, reason, onClose, onDone }: { caseId: number; name: string; reason: string | null; onClose: () => void; onDone?: () => void }) {
  const [text, setText] = useState(reason ?? '');
  const put = useApiCommand('casework.put-off');
  const send = async (value: string | null) => {
    if ((await put.run({ caseId, reason: value })) === undefined) return;
    onClose();
    onDone?.();
  };
  return (
    <Dialog open title={`${name}，稍后再办`} onClose={onClose}>
      <form className="told" onSubmit={(event) => { event.preventDefault(); void send(text.trim() === '' ? (USUAL[0] ?? '稍后') : text); }}>
        <p>放到您自己待办的最后。这一件一动，或者到了明天，就回到原处。期限照走，别人的待办不变。</p>
        <ErrorNote problem={put.problem} />
        <Field label="为什么" help={`不写就是“${USUAL[0] ?? ''}”。常用：${USUAL.join('、')}`}>{(ids) => <input {...ids} className="input" maxLength={100} list="later-usual" value={text} onChange={(event) => setText(event.target.value)} />}</Field>
        <datalist id="later-usual">{USUAL.map((one) => <option key={one} value={one} />)}</datalist>
        <div className="foot">{reason === null ? null : <Button onPress={() => void send(null)}>放回原处</Button>}<Button onPress={onClose}>现在就办</Button><Button kind="main" type="submit" busy={put.busy}>稍后再办</Button></div>
      </form>
    </Dialog>
  );
}
