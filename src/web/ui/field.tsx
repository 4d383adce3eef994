import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { answerByNumber } from './answer-by-number.ts';
import { useKeyLayer } from './keys.tsx';

/** What an input inside a field must carry, so that label, help and error belong to it. */
export interface InputIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldProps {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** A sentence a person can act on: 身份证号要 18 位，现在是 17 位。 */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Says 选填 behind the label. */
  readonly optional?: boolean;
  readonly children: (ids: InputIds) => ReactNode;
}

/** Label above, help under it, the input, the error under the input with its triangle. */
export function Field({ label, help, error, required = false, optional = false, children }: FieldProps) {
  const id = useId();
  const describedBy = [help === undefined ? '' : `${id}-h`, error === undefined ? '' : `${id}-e`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}{optional ? <span className="note optional">选填</span> : null}</label>
      {help === undefined ? null : <span className="note" id={`${id}-h`}>{help}</span>}
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': error === undefined ? undefined : true, 'aria-required': required ? true : undefined })}
      <FieldErrorLine id={`${id}-e`} sentence={error} />
    </div>
  );
}

/** The triangle and the sentence under an input. */
export function FieldErrorLine({ id, sentence }: { id: string; sentence: string | undefined }) {
  if (sentence === undefined) return null;
  return <span className="err" id={id}><svg aria-hidden="true"><use href="#s-over" /></svg><span>{sentence}</span></span>;
}

/** A group of choices: one question, its answers side by side. */
export function Choice<Value extends string>({ legend, help, error, name, options, value, onChange }: {
  legend: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  name: string;
  options: readonly { readonly value: Value; readonly title: string }[];
  value: Value | undefined;
  onChange: (value: Value) => void;
}) {
  const id = useId();
  const desk = useKeyLayer() !== undefined;
  const describedBy = [help === undefined ? '' : `${id}-h`, error === undefined ? '' : `${id}-e`].filter(Boolean).join(' ');
  return (
    <fieldset className="choices" aria-describedby={describedBy || undefined} {...(desk ? { onKeyDown: (event: KeyboardEvent<HTMLFieldSetElement>) => answerByNumber(event.nativeEvent, event.currentTarget, (at) => { const option = options[at]; if (option !== undefined) onChange(option.value); }) } : {})}>
      <legend>{legend}</legend>
      {help === undefined ? null : <span className="note" id={`${id}-h`}>{help}</span>}
      <div className={options.length === 2 ? 'choice two' : 'choice'}>
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.title}
          </label>
        ))}
      </div>
      <FieldErrorLine id={`${id}-e`} sentence={error} />
    </fieldset>
  );
}

/** Several of a list, ticked: papers that are missing, ways that were used. */
export function Checklist({ legend, help, error, options, ticked, onToggle }: {
  legend: ReactNode;
  help?: ReactNode;
  error?: string | undefined;
  options: readonly { readonly value: string; readonly title: string }[];
  ticked: readonly string[];
  onToggle: (value: string) => void;
}) {
  const id = useId();
  const describedBy = [help === undefined ? '' : `${id}-h`, error === undefined ? '' : `${id}-e`].filter(Boolean).join(' ');
  return (
    <fieldset className="choices" aria-describedby={describedBy || undefined}>
      <legend>{legend}</legend>
      {help === undefined ? null : <span className="note" id={`${id}-h`}>{help}</span>}
      <div className="checklist">
        {options.map((option) => <label key={option.value}><input type="checkbox" checked={ticked.includes(option.value)} onChange={() => onToggle(option.value)} />{option.title}</label>)}
      </div>
      <FieldErrorLine id={`${id}-e`} sentence={error} />
    </fieldset>
  );
}
