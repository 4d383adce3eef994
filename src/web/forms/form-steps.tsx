import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { FieldError, Form, FormField } from '../../kernel/contract/form.ts';
import './forms.css';
import { Button } from '../ui/button.tsx';
import { useElder } from '../ui/elder.ts';
import { checkFields } from './check-form.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FormSurroundingsProvider, type KnownFact } from './form-context.ts';
import { FormFields } from './form-fields.tsx';
import { errorLine, errorsElsewhere, shownFields, type FormValues } from './form-values.ts';
import { firstUnanswered } from './one-question.tsx';
import { merge } from './form-sheet.tsx';

export interface FormStepsProps {
  readonly form: Form;
  readonly values: FormValues;
  readonly onChange: (values: FormValues) => void;
  /** Step from 0; one more than the sections shows `review`. Keep it with the draft. */
  readonly step: number;
  readonly onStep: (step: number) => void;
  readonly errors?: readonly FieldError[];
  readonly onSubmit: (values: FormValues) => void;
  /** 申请低保 */
  readonly doing: string;
  /** The last button: 交上去. */
  readonly submitTitle: string;
  readonly busy?: boolean;
  /** Shown on the last step instead of fields. */
  readonly review: ReactNode;
  readonly reviewTitle: string;
  /** What stands in the bar: a running sum, and 10:42 已存，断网不丢. */
  readonly sofar?: ReactNode;
  /** Help beside the questions of a section, by section id. */
  readonly aside?: Readonly<Record<string, ReactNode>>;
  readonly known?: Readonly<Record<string, KnownFact>>;
  readonly onDispute?: (path: string) => void;
}

/** A declared form at home: one section a step, large, its question as the heading, a bar that goes on. Nothing is lost by going back. */
export function FormSteps(props: FormStepsProps) {
  const { form, values, onChange, step, onStep, errors = [], known = {}, onDispute } = props;
  const idBase = useId();
  const [own, setOwn] = useState<readonly FieldError[]>([]);
  const [press, setPress] = useState(0);
  const elder = useElder();
  const count = form.sections.length + 1;
  const section = form.sections[step];
  const shown = section === undefined ? [] : shownFields(section.fields, values);
  const [asked, setAsked] = useState(() => (section === undefined ? 0 : firstUnanswered(section.fields, values)));
  const question = Math.min(asked, Math.max(0, shown.length - 1));
  // 长者模式 asks one thing a screen
  const fields = elder && section !== undefined ? shown.slice(question, question + 1) : section?.fields;
  const heading = useFocusAfter(`${step} ${elder ? question : ''}`);
  const here = section === undefined ? errorsElsewhere(errors, []) : merge(own, errors).filter((error) => section.fields.some((field) => field.key === error.path.split('.')[0]));
  const move = (to: number) => {
    const target = form.sections[to];
    setOwn([]);
    setAsked(target === undefined || to > step ? 0 : Math.max(0, shownFields(target.fields, values).length - 1));
    onStep(to);
  };
  const goBack = () => { if (elder && section !== undefined && question > 0) { setOwn([]); setAsked(question - 1); } else move(step - 1); };
  const goOn = () => {
    if (section === undefined) return props.onSubmit(values);
    const more = elder && question + 1 < shown.length;
    const missing = checkFields(more ? (fields ?? []) : section.fields, values, '');
    setOwn(missing);
    setPress((before) => before + 1);
    if (missing.length > 0) { if (elder) setAsked(questionOf(shown, missing)); return; }
    if (more) setAsked(question + 1); else move(step + 1);
  };
  const next = form.sections[step + 1];
  const title = section === undefined ? props.reviewTitle : (section.plainTitle ?? section.title);
  return (
    <FormSurroundingsProvider value={{ skin: 'home', errors: here, known, onDispute, idBase, setOwn }}>
      <form className="apply form" noValidate onSubmit={(event) => { event.preventDefault(); goOn(); }}>
        <p className="where"><span className="nowrap">{props.doing}，第 {step + 1} 步，共 {count} 步{elder && shown.length > 1 ? `，这一步第 ${question + 1} 问，共 ${shown.length} 问` : ''}</span><Pace at={step} of={count} /></p>
        <div>
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {section?.help === undefined ? null : <p className="lead">{section.help}</p>}
          {section === undefined ? <Unfinished form={form} errors={errors} onStep={move} /> : <ErrorSummary errors={here} fields={section.fields} idBase={idBase} press={press} />}
          {fields === undefined ? props.review : <FormFields fields={fields} values={values} onChange={onChange} />}
        </div>
        <Aside content={section === undefined ? undefined : props.aside?.[section.id]} />
        <div className="bar"><div>
          <span className="sofar">{props.sofar}</span>
          {step === 0 && (!elder || question === 0) ? null : <Button onPress={goBack}>{elder && question > 0 ? '上一问' : '上一步'}</Button>}
          <Button kind="main" type="submit" busy={props.busy ?? false}>{section === undefined ? props.submitTitle : elder && question + 1 < shown.length ? '下一问' : `下一步：${next === undefined ? props.reviewTitle : (next.plainTitle ?? next.title).replace(/[？?]$/, '')}`}</Button>
        </div></div>
      </form>
    </FormSurroundingsProvider>
  );
}

/** The first question something is wrong with. */
const questionOf = (shown: readonly FormField[], missing: readonly FieldError[]): number => Math.max(0, shown.findIndex((field) => missing.some((error) => error.path.split('.')[0] === field.key)));

/** After a step or a question the focus stands on the heading, at the top: the next thing that is read is what is asked. */
function useFocusAfter(place: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(place);
  useEffect(() => {
    if (seen.current === place) return;
    seen.current = place;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [place]);
  return heading;
}

/** How far; the words beside it stay in 长者模式 when the drawing goes. */
function Pace({ at, of }: { at: number; of: number }) {
  return <span className="pace" aria-hidden="true">{Array.from({ length: of }, (_, index) => <i key={index} className={index < at ? 'd' : index === at ? 'n' : undefined} />)}</span>;
}

function Aside({ content }: { content: ReactNode }) {
  return content === undefined ? <span /> : <aside className="aside" aria-label="说明">{content}</aside>;
}

/** On the last step: what the server still misses, each line leading back to its step. */
function Unfinished({ form, errors, onStep }: { form: Form; errors: readonly FieldError[]; onStep: (step: number) => void }) {
  if (errors.length === 0) return null;
  const stepOf = (error: FieldError) => form.sections.findIndex((section) => section.fields.some((field) => field.key === error.path.split('.')[0]));
  return (
    <div className="error-note" role="alert">
      <p className="what">还差 {errors.length} 处，补好再交。写好的都留着。</p>
      <ul>{errors.map((error) => <li key={error.path + error.code}>{stepOf(error) < 0 ? error.sentence : <button type="button" className="link" onClick={() => onStep(stepOf(error))}>{errorLine(form.sections.flatMap((section) => section.fields), error, true)}</button>}</li>)}</ul>
    </div>
  );
}
