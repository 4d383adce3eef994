import { useState } from 'react';
import { ApiProblem, query } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Choice, Field } from '../../ui/field.tsx';

const PURPOSES = ['核对证件原件', '银行核对户名', '函询其他单位', '其他'] as const;
type Purpose = (typeof PURPOSES)[number];

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
  return <AskToShow what="号码" show={async (purpose) => (await query<{ readonly number: string }>('person.show-document', { person, document, purpose })).number} onDone={onDone} />;
}

/** Why somebody wants to see what is masked, then the whole of it, once. */
export function AskToShow({ what, show: read, onDone }: { what: string; show: (purpose: string) => Promise<string>; onDone: () => void }) {
  const [purpose, setPurpose] = useState<Purpose | undefined>(undefined);
  const [more, setMore] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [shown, setShown] = useState<string | undefined>(undefined);
  const show = async () => {
    const words = purpose === '其他' ? more.trim() : (purpose ?? '');
    setError(words.length < 2 ? '请说明为什么要看。' : undefined);
    if (words.length < 2) return;
    try {
      setShown(await read(words));
      setProblem(undefined);
    } catch (fault) {
      if (!(fault instanceof ApiProblem)) throw fault;
      setProblem(fault);
    }
  };
  if (shown !== undefined) {
    return <><p className="lead"><b className="filled">{shown}</b></p><p className="note">已经记下：您今天为“{purpose === '其他' ? more.trim() : purpose}”看过。关上以后又会打星号。</p><div className="foot"><Button kind="main" onPress={onDone}>看完了</Button></div></>;
  }
  return (
    <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); void show(); }}>
      <Choice legend="为什么要看" name="purpose" help="看的人、时间、用途都会记下来，审计能查到。" options={PURPOSES.map((value) => ({ value, title: value }))} value={purpose} onChange={setPurpose} error={purpose === '其他' ? undefined : error} />
      {purpose === '其他' ? <Field label="用途" required error={error}>{(ids) => <input {...ids} className="input" value={more} maxLength={200} onChange={(event) => setMore(event.target.value)} />}</Field> : null}
      <ErrorNote problem={problem} />
      <div className="foot"><Button onPress={onDone}>不看了</Button><Button kind="main" type="submit">显示全部{what}</Button></div>
    </form>
  );
}
