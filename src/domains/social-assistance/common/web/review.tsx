import type { ApiProblem } from '../../../../web/api-client.ts';
import { FormFields } from '../../../../web/forms/form-fields.tsx';
import type { FormValues } from '../../../../web/forms/form-values.ts';
import { Told } from '../../../../web/portal/parts/told.tsx';
import { ErrorNote } from '../../../../web/ui/error-note.tsx';
import { Money } from '../../../../web/ui/money.tsx';
import { SIGNATURE, type PortalForm } from './portal-form.ts';
import { reckonSoFar } from './reckon-so-far.ts';

/** Everything that was written, each part with the way back to it, and the declaration under it. */
export function Review({ portal, values, signed, onStep, onChange, problem }: {
  portal: PortalForm; values: FormValues; signed: string | undefined; onStep: (step: number) => void; onChange: (values: FormValues) => void; problem: ApiProblem | undefined;
}) {
  const income = reckonSoFar(values);
  return (
    <>
      <p className="lead">看看有没有写错。交上去之前随时能改。</p>
      {portal.steps.sections.map((section, at) => (
        <section key={section.id} className="told-part">
          <h2><span>{section.plainTitle ?? section.title}</span><button type="button" className="link" onClick={() => onStep(at)}>改<span className="vh">{section.title}</span></button></h2>
          <Told fields={section.fields} values={{ ...values, [SIGNATURE]: signed }} />
          {section.id === 'income' && income !== undefined ? <p className="told-sum"><span>写的收入合起来，每月</span><b><Money fen={income} unit /></b></p> : null}
        </section>
      ))}
      <section className="told-part last">
        <h2>最后确认</h2>
        <p>写的都是真的，没有漏写。以后家里有变化，早点告诉我们。故意瞒报、冒领的钱要退回，还可能罚款。</p>
        <FormFields fields={portal.last} values={values} onChange={(next) => onChange({ ...next, [SIGNATURE]: signed })} />
      </section>
      <ErrorNote problem={problem} kept="您写的都还在。" />
    </>
  );
}
