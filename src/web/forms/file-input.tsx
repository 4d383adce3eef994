import { useState } from 'react';
import { ApiProblem } from '../api-client.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import type { InputIds } from '../ui/field.tsx';
import { State } from '../ui/state.tsx';
import { sendPatiently, smallerPhoto } from './send-photo.ts';
import { idsOf, type FormValue } from './form-values.ts';

interface Props { readonly value: FormValue | undefined; readonly onChange: (value: FormValue) => void; readonly ids: InputIds; }

/** Photographs or files of one material. Each is sent when chosen; the value is the list of document ids. */
export function FileInput({ value, onChange, ids }: Props) {
  const [names, setNames] = useState<Readonly<Record<number, string>>>({});
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState({ at: 1, of: 1 });
  const [waiting, setWaiting] = useState(false);
  const kept = idsOf(value);
  const send = async (files: readonly File[]) => {
    setProblem(undefined);
    setBusy(true);
    try {
      let sent = kept;
      for (const file of files) {
        setProgress({ at: files.indexOf(file) + 1, of: files.length });
        const { id, name } = await sendPatiently(await smallerPhoto(file), setWaiting);
        sent = [...sent, id];
        setNames((before) => ({ ...before, [id]: name }));
        onChange(sent);
      }
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
    } finally {
      setBusy(false);
      setWaiting(false);
    }
  };
  return (
    <span className="files">
      {kept.map((id, at) => (
        <span key={id} className="file"><State kind="done">{names[id] ?? `第 ${at + 1} 份，已存`}</State><Button kind="bare" onPress={() => onChange(kept.filter((one) => one !== id))}>拿掉</Button></span>
      ))}
      <label className="btn pick-file">
        {kept.length === 0 ? '拍照或选文件' : '再加一份'}
        <input {...ids} className="vh" type="file" multiple accept="image/*,.pdf" onChange={(event) => { void send([...(event.target.files ?? [])]); event.target.value = ''; }} />
      </label>
      {busy ? <output className="note">{waiting ? '没有网，等有网接着传。先别关这一页。' : progress.of === 1 ? '正在传…' : `正在传第 ${progress.at} 张，共 ${progress.of} 张…`}</output> : null}
      <ErrorNote problem={problem} kept="前面传好的都还在。" />
    </span>
  );
}
