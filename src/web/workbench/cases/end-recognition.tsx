import { useState } from 'react';
import type { HouseholdRecognition } from '../../../kernel/recognitions/queries/list-of-household.ts';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { usePost } from '../../ui/session.ts';

/** 提前终止认定: from which day and why, by the office that recognises. What hangs on it (分类救助) ends with it. */
export function EndRecognition({ one, today }: { one: HouseholdRecognition; today: string }) {
  const post = usePost();
  const command = useApiCommand('recognitions.end');
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(today < one.from ? one.from : today);
  const [reason, setReason] = useState('');
  if (post?.role !== 'approver' || (one.state !== 'holding' && one.state !== 'coming')) return null;
  const shut = () => { command.clear(); setOpen(false); };
  const end = () => void command.run({ recognition: one.id, version: one.version, on, reason }).then((done) => { if (done !== undefined) shut(); });
  return (
    <>
      <Button kind="bare" onPress={() => setOpen(true)}>提前终止</Button>
      <Dialog open={open} title={`终止${one.title}认定`} onClose={shut} foot={<Button kind="main" busy={command.busy} onPress={end}>终止</Button>}>
        <p>证明 {one.number}，{one.from} 至 {one.lastDay}。从填的那天起不再有效：证明查出来是“不再有效”，按它享受的帮扶以后查不到身份；随它发的分类救助发到那天的前一天所在的月。已经享受的不追改。</p>
        <Field label="从哪天起终止">{(ids) => <input {...ids} className="input" type="date" min={today} value={on} onChange={(event) => setOn(event.target.value)} />}</Field>
        <Field label="为什么终止" help="写进名册，也告诉这一家。" required>{(ids) => <textarea {...ids} className="input" rows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>
        <ErrorNote problem={command.problem} />
      </Dialog>
    </>
  );
}
