import { useEffect, useRef } from 'react';
import type { FieldError, FormField } from '../../kernel/contract/form.ts';
import { inputId, useFormSurroundings } from './form-context.ts';
import { errorLine } from './form-values.ts';

/** Above the form after the button was pressed: what is missing, each line leading to its field. Takes the focus once per press. */
export function ErrorSummary({ errors, fields, idBase, press }: { errors: readonly FieldError[]; fields: readonly FormField[]; idBase: string; press: number }) {
  const { skin } = useFormSurroundings();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => { if (press > 0 && errors.length > 0) ref.current?.focus(); }, [press, errors.length]);
  if (errors.length === 0) return null;
  return (
    <div className="error-note" role="alert" tabIndex={-1} ref={ref}>
      <p className="what">还差 {errors.length} 处，其他写好的都留着。</p>
      <ul>{errors.map((error) => <li key={error.path + error.code}><a href={`#${inputId(idBase, error.path)}`} onClick={(event) => { event.preventDefault(); goTo(inputId(idBase, error.path)); }}>{errorLine(fields, error, skin === 'home')}</a></li>)}</ul>
    </div>
  );
}

/** Brings a field into sight and gives it the focus. */
export function goTo(id: string): void {
  const at = document.getElementById(id);
  const input = at?.matches('input, select, textarea') === true ? at : (at?.querySelector<HTMLElement>('input, select, textarea, button') ?? at);
  input?.focus({ preventScroll: true });
  at?.scrollIntoView({ block: 'center' });
}
