import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FormField } from '../../kernel/contract/form.ts';
import { Button } from '../ui/button.tsx';
import { checkFields } from './check-form.ts';
import { useFormSurroundings } from './form-context.ts';
import { shownFields, type FormValues } from './form-values.ts';

/** Where somebody comes back to among questions: the first that is not answered; the last when all are. */
export function firstUnanswered(fields: readonly FormField[], values: FormValues): number {
  const shown = shownFields(fields, values);
  const at = shown.findIndex((field) => checkFields([field], values, '').length > 0 || (values[field.key] === undefined && field.required !== true));
  return at < 0 ? Math.max(0, shown.length - 1) : at;
}

/**
 * 长者模式: the questions of one row, one after the other. Each is checked before the next comes; nothing that was answered is lost by going back.
 * `render` shows one field; `onDone` when the last was answered.
 */
export function OneByOne({ fields, values, path, render, onDone, doneTitle }: {
  fields: readonly FormField[]; values: FormValues; path: string; doneTitle: string;
  render: (fields: readonly FormField[]) => ReactNode;
  onDone: () => void;
}) {
  const { setOwn } = useFormSurroundings();
  const [at, setAt] = useState(() => firstUnanswered(fields, values));
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const shown = shownFields(fields, values);
  const here = shown[Math.min(at, shown.length - 1)];
  useEffect(() => {
    if (!moved.current) return;
    const asked = frame.current?.querySelector<HTMLElement>('input:not([type="radio"]):not([type="checkbox"]), select, textarea') ?? frame.current?.querySelector<HTMLElement>('input:checked') ?? frame.current?.querySelector<HTMLElement>('input, button');
    asked?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: 'start' });
  }, [at]);
  if (here === undefined) return null;
  const go = (to: number) => { moved.current = true; setOwn?.([]); setAt(to); };
  const next = () => {
    const wrong = checkFields([here], values, path);
    setOwn?.(wrong);
    if (wrong.length > 0) return;
    if (at + 1 < shown.length) go(at + 1); else onDone();
  };
  return (
    <div className="one-by-one" ref={frame}>
      <p className="note" role="status">这一份第 {Math.min(at, shown.length - 1) + 1} 问，共 {shown.length} 问</p>
      {render([here])}
      <p className="acts">{at === 0 ? null : <Button onPress={() => go(at - 1)}>上一问</Button>}<Button kind="main" onPress={next}>{at + 1 < shown.length ? '下一问' : doneTitle}</Button></p>
    </div>
  );
}
