import { useRef, useState } from 'react';
import type { DoorOutput } from '../../../kernel/contract/door.ts';
import type { Form } from '../../../kernel/contract/form.ts';
import { query, useApiCommand, useApiQuery } from '../../api-client.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { CaseDetail, StepResult } from './api.ts';
import { ClashChoices, decided } from './clash-choices.tsx';
import { DraftLine } from '../drafts/draft-line.tsx';
import { useDeskDraft } from '../drafts/use-desk-draft.ts';
import { fromSheet, toSheet } from './fact-values.ts';
import { mergeSheets, type Clash } from './three-way.ts';

type FactsForm = DoorOutput<typeof import('../../../kernel/casework/queries/get-facts-form.ts').default>;

const REASON = { id: 'reason', title: '为什么更正', fields: [{ key: '$reason', title: '更正原因', help: '凭什么改：入户看到的、哪家单位答复的。', kind: 'long-text' as const, required: true, maxLength: 500 }] };

/** 更正申报情况: what survey and answers found, on a worksheet made from the benefit's own facts. The amount is worked out again at once. */
export function CorrectDialog({ detail, onDone, onClose }: { detail: CaseDetail; onDone: () => void; onClose: () => void }) {
  const read = useApiQuery<FactsForm>('casework.get-facts-form', { caseId: detail.caseId });
  return (
    <Dialog open wide title={`更正申报情况，${detail.name}`} onClose={onClose}>
      <Await read={read} what="申报情况" lines={8}>{(facts) => (facts.form === null
        ? <p>这个事项没有要算的情况，不用更正。</p>
        : <Sheet caseId={detail.caseId} seen={facts.version} form={facts.form} before={facts.facts} onDone={onDone} onClose={onClose} />)}</Await>
    </Dialog>
  );
}

interface Met { readonly clashes: readonly Clash[]; readonly taken: readonly string[]; readonly who: string }

function Sheet({ caseId, seen: first, form, before, onDone, onClose }: { caseId: number; seen: number; form: Form; before: Readonly<Record<string, unknown>>; onDone: () => void; onClose: () => void }) {
  const draft = useDeskDraft(`case:${caseId}:correct-facts:${first}`, toSheet(before));
  const { values, onChange } = draft;
  const base = useRef({ sheet: toSheet(before), seen: first });
  const [met, setMet] = useState<Met | undefined>(undefined);
  const command = useApiCommand<StepResult>('casework.take-step');
  const sheet = { ...form, sections: [REASON, ...form.sections] };
  const send = async () => {
    const { $reason, ...rest } = values;
    if ((await command.run({ caseId, step: 'correct-facts', seen: base.current.seen, data: { reason: $reason, facts: fromSheet(rest) } })) === undefined) return;
    draft.sent();
    onDone();
  };
  /** Somebody else was there first: their sheet beside one's own, field by field. */
  const look = async () => {
    const now = await query<FactsForm>('casework.get-facts-form', { caseId });
    const { merged, clashes, taken } = mergeSheets(base.current.sheet, values, { ...toSheet(now.facts), $reason: values['$reason'] });
    base.current = { sheet: toSheet(now.facts), seen: now.version };
    setMet({ clashes, taken, who: String(command.problem?.details['who'] ?? '') });
    onChange(merged);
    command.clear();
  };
  const take = (key: string, whose: 'mine' | 'theirs') => {
    const clash = met?.clashes.find((one) => one.key === key);
    if (clash === undefined || met === undefined) return;
    onChange(decided(values, clash, whose));
    setMet({ ...met, clashes: met.clashes.filter((one) => one !== clash) });
  };
  const open = met?.clashes.length ?? 0;
  return (
    <div className="told">
      <p className="note">改了的会写进经过，金额马上重算。没有查明的空着，不要猜。</p>
      <DraftLine draft={draft} />
      <ErrorNote problem={command.problem} kept="您改的都还在下面。">{command.problem?.code === 'case.stale' ? <Button onPress={() => void look()}>一格一格对照着看</Button> : null}</ErrorNote>
      {met === undefined ? null : <><p><b>{met.who === '' ? '别人' : met.who}先改过。</b>{open > 0 ? `${open} 格您两位都改了，选用谁的。` : '没有两个人都改、还没有选的格子，可以再交。'}</p><ClashChoices fields={sheet.sections.flatMap((section) => section.fields)} clashes={met.clashes} taken={met.taken} onTake={take} /></>}
      <FormSheet form={sheet} values={values} onChange={onChange} errors={command.fields} onSubmit={() => { if (open === 0) void send(); }}>
        <Button onPress={onClose}>不改了</Button><Button kind="main" type="submit" busy={command.busy} {...(open > 0 ? { waiting: '先选用谁的' } : {})}>更正，重新计算</Button>
      </FormSheet>
    </div>
  );
}
