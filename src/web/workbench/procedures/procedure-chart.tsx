import './procedure-chart.css';

export interface ChartLimit { readonly days?: number; readonly calendar?: 'working' | 'calendar'; readonly law?: string }
export interface ChartState {
  readonly id: string; readonly title: string; readonly kind: 'open' | 'held' | 'paused' | 'final'; readonly stage: string;
  readonly notice: (ChartLimit & { readonly upheld: string }) | null;
  readonly tasks: readonly { readonly id: string; readonly title: string; readonly who: string; readonly limit: ChartLimit | null }[];
  readonly steps: readonly { readonly id: string; readonly title: string; readonly who: string; readonly to: readonly string[] }[];
  readonly after: { readonly need: 'all' | 'any'; readonly to: string } | null;
}
export interface ProcedureDetail {
  readonly id: string; readonly title: string; readonly kind: 'application' | 'review' | 'change' | 'stop'; readonly law: readonly string[];
  readonly from: string; readonly to: string | null; readonly states: readonly ChartState[];
}

const limitWords = (limit: ChartLimit): string => `${limit.days} ${limit.calendar === 'working' ? '个工作日' : '天'}`;

/** 程序图: one ruled row a state, from top to bottom: the stage, what has to be done by whom within which limit, and where each step leads. */
export function ProcedureChart({ procedure }: { procedure: ProcedureDetail }) {
  return (
    <ol className="procedure-chart">
      {procedure.states.map((state, at) => (
        <li key={state.id} data-kind={state.kind}>
          <div className="part">{procedure.states[at - 1]?.stage === state.stage ? null : <span className="note">{state.stage}</span>}</div>
          <div className="where"><b>{state.title}</b>{state.notice === null ? null : <p className="law-ink">公示 {limitWords(state.notice)}，有异议成立的回到“{state.notice.upheld}”</p>}</div>
          <div className="work">
            {state.tasks.map((task) => <p key={task.id}>{task.title} <span className="note">{task.who}</span>{task.limit === null ? null : <span className="law-ink" title={task.limit.law}> 限 {limitWords(task.limit)}</span>}</p>)}
            {state.kind === 'final' ? <p className="note">办结</p> : null}
          </div>
          <ul className="ways">
            {state.steps.map((step) => <li key={step.id}>{step.title}{step.to.length === 0 ? null : <span className="to"> → {step.to.join('，或 ')}</span>}</li>)}
            {state.after === null ? null : <li>{state.after.need === 'all' ? '都办完' : '办完一项'}<span className="to"> → {state.after.to}</span></li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}
