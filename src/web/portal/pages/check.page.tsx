import { useEffect, useId, useRef, useState } from 'react';
import { query, ApiProblem, useApiQuery } from '../../api-client.ts';
import { checkForm } from '../../forms/check-form.ts';
import { ErrorSummary } from '../../forms/error-summary.tsx';
import { FormSurroundingsProvider } from '../../forms/form-context.ts';
import { FormFields } from '../../forms/form-fields.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import '../../forms/forms.css';
import type { FieldError, Form } from '../../../kernel/contract/form.ts';
import { Await } from '../../ui/await.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { Estimate, Gettable } from '../parts/answers.ts';
import { EstimateSheet } from '../parts/estimate-sheet.tsx';
import { joinForms } from '../parts/join-forms.ts';
import { definePage } from '../shell/page.ts';

function Check() {
  const read = useApiQuery<readonly Gettable[]>('benefits.what-can-i-get');
  return (
    <div className="cols rest check">
      <section>
        <h1 tabIndex={-1}><span className="ph">算一算，</span><span className="ph">我能申请什么</span></h1>
        <p className="lead">不用登录，答完就出结果。写的都不会存下来。</p>
        <Await read={read} what="问题" lines={4}>
          {(items) => {
            const form = joinForms(items.flatMap((item) => (item.check === null ? [] : [item.check])));
            return form.sections.length === 0 ? <Empty>网上还不能算。请到窗口或打 12345 问。</Empty> : <Questions form={form} />;
          }}
        </Await>
      </section>
      <div className="side">
        <section className="help" aria-labelledby="check-note"><h2 id="check-note">这只是估算</h2><p>按您说的和今天的规定算，不算数。交了申请、核对清楚以后，才是决定。</p><p>算出来不能，也可以申请：家里的情况，工作人员会当面问清。</p></section>
      </div>
    </div>
  );
}

function Questions({ form }: { form: Form }) {
  const idBase = useId();
  const [values, setValues] = useState<FormValues>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [press, setPress] = useState(0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const [told, setTold] = useState<readonly Estimate[] | undefined>(undefined);
  const ask = async () => {
    const wrong = checkForm(form, values);
    setErrors(wrong);
    setPress((before) => before + 1);
    if (wrong.length > 0 || busy) return;
    setBusy(true);
    try {
      setTold(await query<readonly Estimate[]>('benefits.check-eligibility', { answers: values }));
      setProblem(undefined);
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setErrors(failure.fields);
      setProblem(failure.fields.length > 0 ? undefined : failure);
    } finally {
      setBusy(false);
    }
  };
  const fields = form.sections.flatMap((section) => section.fields);
  return (
    <>
      <FormSurroundingsProvider value={{ skin: 'home', errors, known: {}, idBase }}>
        <form className="form check-form" noValidate onSubmit={(event) => { event.preventDefault(); void ask(); }}>
          <ErrorSummary errors={errors} fields={fields} idBase={idBase} press={press} />
          {form.sections.map((section) => (
            <section key={section.id} aria-label={section.plainTitle ?? section.title}>
              <h2>{section.plainTitle ?? section.title}</h2>
              {section.help === undefined ? null : <p className="note">{section.help}</p>}
              <FormFields fields={section.fields} values={values} onChange={setValues} />
            </section>
          ))}
          <ErrorNote problem={problem} kept="您写的都还在。" />
          <p className="acts"><Button kind="main" type="submit" busy={busy}>{told === undefined ? '算一算' : '改好了，再算一遍'}</Button></p>
        </form>
      </FormSurroundingsProvider>
      {told === undefined ? null : <Answers told={told} />}
    </>
  );
}

/** The answer takes the focus when it comes, so that it is read aloud. */
function Answers({ told }: { told: readonly Estimate[] }) {
  const at = useRef<HTMLDivElement>(null);
  useEffect(() => {
    at.current?.focus({ preventScroll: true });
    at.current?.scrollIntoView({ block: 'start' });
  }, [told]);
  return <div ref={at} tabIndex={-1} className="answers" aria-label="结果" role="region">{told.length === 0 ? <Empty>今天的规定还没有录入，算不出。请到窗口问。</Empty> : told.map((one) => <EstimateSheet key={one.matter} estimate={one} />)}</div>;
}

export default definePage({ path: '/check', title: '算一算', covers: ['S215', 'S001'], component: Check });
