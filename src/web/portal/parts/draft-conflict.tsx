import type { FormField } from '../../../kernel/contract/form.ts';
import { fieldAt, isBlank, titleAt, type FormValue } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { answerWords } from './told.tsx';
import type { Draft } from './use-draft.ts';

/** Answered on two devices, or by two people, in two ways: each question with both answers, one press keeps one. */
export function DraftConflicts({ draft, fields }: { draft: Draft; fields: readonly FormField[] }) {
  const { state } = draft;
  if (state.is !== 'conflict') return null;
  return (
    <section className="conflicts" role="alert" aria-labelledby="conflicts">
      <h2 id="conflicts">两边写得不一样，留哪个</h2>
      <p>{state.by === null ? '别的手机上' : `${state.by}在别的手机上`}也改了这份申请。别的都合好了，只有这几处要您选。</p>
      {state.conflicts.map((one) => {
        const words = (value: FormValue | undefined) => wordsOf(fieldAt(fields, one.path), value);
        return (
          <div key={one.path} className="conflict" role="group" aria-label={titleAt(fields, one.path)}>
            <h3>{titleAt(fields, one.path)}</h3>
            <p>这里写的：<b className="filled">{words(one.mine)}</b></p><p className="acts"><Button onPress={() => draft.choose(one.path, one.mine)}>留这里写的</Button></p>
            <p>那边写的：<b className="filled">{words(one.theirs)}</b></p><p className="acts"><Button onPress={() => draft.choose(one.path, one.theirs)}>留那边写的</Button></p>
          </div>
        );
      })}
    </section>
  );
}

function wordsOf(field: FormField | undefined, value: FormValue | undefined): string {
  if (isBlank(value)) return '没有写';
  if (field === undefined) return String(value);
  if (field.kind === 'list') return (Array.isArray(value) ? value : []).map((row, at) => String((row as unknown as Record<string, unknown>)['name'] ?? `第 ${at + 1} ${field.unit ?? '项'}`)).join('、') || '没有写';
  return answerWords(field, value);
}
