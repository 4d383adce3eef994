import { useId, useMemo, useState, type ReactNode } from 'react';
import type { FieldError, Form } from '../../kernel/contract/form.ts';
import './forms.css';
import { checkForm } from './check-form.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FormSurroundingsProvider, type KnownFact } from './form-context.ts';
import { FormFields } from './form-fields.tsx';
import type { FormValues } from './form-values.ts';

export interface FormSheetProps {
  readonly form: Form;
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  /** Errors the server sent for the last submission. */
  readonly errors?: readonly FieldError[];
  readonly onSubmit: (values: FormValues) => void;
  /** The buttons at the end; the one that goes on has `type="submit"`. */
  readonly children: ReactNode;
  readonly known?: Readonly<Record<string, KnownFact>>;
  readonly onDispute?: (path: string) => void;
  /** What linked records are called, by path. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The form's only section needs no second heading. */
  readonly bareTitle?: boolean;
}

/** A declared form as a worksheet: all sections on one sheet, the clerk goes through with Tab. */
export function FormSheet(props: FormSheetProps) {
  const { form, values, onChange, errors = [], onSubmit, children, known = {}, onDispute } = props;
  const idBase = useId();
  const [own, setOwn] = useState<readonly FieldError[]>([]);
  const [press, setPress] = useState(0);
  const shown = useMemo(() => merge(own, errors), [own, errors]);
  const submit = () => {
    const missing = checkForm(form, values);
    setOwn(missing);
    setPress((before) => before + 1);
    if (missing.length === 0) onSubmit(values);
  };
  return (
    <FormSurroundingsProvider value={{ skin: 'desk', errors: shown, known, onDispute, idBase, labels: props.labels }}>
      <form className="form desk-form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <ErrorSummary errors={shown} fields={form.sections.flatMap((section) => section.fields)} idBase={idBase} press={press} />
        {form.sections.map((section) => (
          <section className="form-section" key={section.id} aria-label={section.title}>
            {props.bareTitle === true ? null : <div className="form-section-head"><h2>{section.title}</h2>{section.help === undefined ? null : <p className="note">{section.help}</p>}</div>}
            <FormFields fields={section.fields} values={values} onChange={onChange} />
          </section>
        ))}
        <div className="acts form-acts">{children}</div>
      </form>
    </FormSurroundingsProvider>
  );
}

/** The server's word on a path stands before ours. */
export function merge(own: readonly FieldError[], server: readonly FieldError[]): readonly FieldError[] {
  const taken = new Set(server.map((error) => error.path));
  return [...server, ...own.filter((error) => !taken.has(error.path))];
}
