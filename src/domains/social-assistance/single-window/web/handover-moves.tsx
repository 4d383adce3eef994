import { useState } from 'react';
import type { Form } from '../../../../kernel/contract/form.ts';
import { useApiCommand, useApiQuery } from '../../../../web/api-client.ts';
import type { FormValues } from '../../../../web/forms/form-values.ts';
import { Button, ButtonLink } from '../../../../web/ui/button.tsx';
import { FormDialog } from '../../../../web/workbench/cases/form-dialog.tsx';
import { OUTCOMES, WAYS_TOLD } from '../terms.ts';
import type { Choices, HandoverOf, Moved } from './api.ts';

type Move = HandoverOf['moves'][number];
const TITLES: Readonly<Record<Move, string>> = { receive: '签收', answer: '写答复', return: '退回', transfer: '改转', reroute: '改转', tell: '告知本人' };
const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, title]) => ({ value, title }));

/** The buttons of one hand-over: what may be done now, by whoever looks. */
export function HandoverMoves({ handover, main }: { handover: HandoverOf; /** One filled button a view. */ main: boolean }) {
  const [open, setOpen] = useState<Move | undefined>(undefined);
  const mayApply = handover.receiverKind === 'matter' && handover.caseId === null && (handover.moves.includes('receive') || handover.moves.includes('answer'));
  if (handover.moves.length === 0) return null;
  return (
    <>
      {handover.onBehalf ? <p className="note">{handover.receiver}没有账号：打印转办单送去，签收、答复由窗口代录，答复要附盖章的扫描件。</p> : null}
      <p className="acts noprint">
        {mayApply ? <ButtonLink kind={main ? 'main' : 'secondary'} href={`/window/handovers/${handover.id}/open`}>开申请，已填好</ButtonLink> : null}
        {handover.moves.map((move, at) => <Button key={move} kind={main && !mayApply && at === 0 ? 'main' : 'secondary'} onPress={() => setOpen(move)}>{TITLES[move]}</Button>)}
      </p>
      {open === undefined ? null : <MoveDialog handover={handover} move={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function MoveDialog({ handover, move, onClose }: { handover: HandoverOf; move: Move; onClose: () => void }) {
  const command = useApiCommand<Moved>('single-window.move');
  const choices = useApiQuery<Choices>('single-window.get-choices', {}, { enabled: move === 'transfer' || move === 'reroute' });
  const receivers = choices.data?.receivers ?? [];
  return (
    <FormDialog title={`${TITLES[move]}，${handover.need}`} form={formOf(move, handover, receivers)} submit={TITLES[move]} command={command} onDone={onClose} onClose={onClose}
      body={(values) => ({ handover: handover.id, seen: handover.version, move, ...bodyOf(move, values, receivers) })}>
      {move === 'receive' ? <p>签收以后给回执号，开始办。</p> : null}
    </FormDialog>
  );
}

function formOf(move: Move, handover: HandoverOf, receivers: Choices['receivers']): Form | null {
  const long = (title: string, help: string) => ({ key: 'content', title, kind: 'long-text' as const, required: true, maxLength: 1000, help });
  const form = (fields: Form['sections'][number]['fields']): Form => ({ id: move, title: TITLES[move], sections: [{ id: move, title: TITLES[move], fields }] });
  switch (move) {
    case 'receive': return null;
    case 'answer': return form([
      { key: 'outcome', title: '结果', kind: 'choice', required: true, options: options(OUTCOMES) }, long('答复', '窗口照这段话告诉本人，请写明白。'),
      ...(handover.onBehalf ? [{ key: 'scan', title: '盖章答复的扫描件', kind: 'files' as const, required: true }] : []),
    ]);
    case 'return': return form([long('退回的理由', '写清为什么不归您办、该归谁办。')]);
    case 'tell': return form([{ key: 'how', title: '怎么告诉的', kind: 'choice', required: true, options: options(WAYS_TOLD) }, { key: 'content', title: '说明', kind: 'text', maxLength: 200 }]);
    default: return form([{ key: 'to', title: '改转给', kind: 'choice', required: true, options: receivers.map((one) => ({ value: `${one.kind} ${one.id}`, title: one.title })) }, long('理由', '会随转办单送去。')]);
  }
}

function bodyOf(move: Move, values: FormValues, receivers: Choices['receivers']): Record<string, unknown> {
  if (move === 'receive') return {};
  if (move === 'answer') return { outcome: values['outcome'], content: values['content'], ...(Array.isArray(values['scan']) ? { scan: values['scan'][0] } : {}) };
  if (move === 'return') return { content: values['content'] };
  if (move === 'tell') return { how: values['how'], ...(values['content'] ? { content: values['content'] } : {}) };
  const to = receivers.find((one) => `${one.kind} ${one.id}` === values['to']);
  return { content: values['content'], to: { kind: to?.kind, id: to?.id } };
}
