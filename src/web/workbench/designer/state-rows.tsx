import { Button } from '../../ui/button.tsx';
import { Checklist, Field } from '../../ui/field.tsx';
import { moved, nextKey, orderStates, shownFields, type Design, type DesignState } from './design.ts';
import { Tick } from './field-rows.tsx';
import { OrderedList } from './ordered-list.tsx';

interface Props { readonly design: Design; readonly onChange: (design: Design) => void; readonly published: Design | null; readonly problems: Readonly<Record<string, string>> }

/** The stages of a record's life, in order: the first is where it begins. */
export function StateRows({ design, onChange, published, problems }: Props) {
  const ids = Object.keys(design.states);
  const put = (id: string, part: Partial<DesignState>) => onChange({ ...design, states: { ...design.states, [id]: { ...(design.states[id] as DesignState), ...part } } });
  const add = () => onChange({ ...design, states: { ...design.states, [nextKey('s', [...ids, ...Object.keys(published?.states ?? {})])]: { title: '' } } });
  const away = (id: string) => {
    const left = Object.fromEntries(ids.filter((one) => one !== id).map((one) => { const state = design.states[one] as DesignState; return [one, state.from ? { ...state, from: state.from.filter((from) => from !== id) } : state]; }));
    onChange({ ...design, states: left, ...(design.reminders ? { reminders: design.reminders.map((one) => (one.in ? { ...one, in: one.in.filter((state) => state !== id) } : one)) } : {}) });
  };
  return (
    <>
      <OrderedList label="状态" items={ids} keyOf={(id) => id} nameOf={(id) => design.states[id]?.title ?? ''} onMove={(from, to) => onChange({ ...design, states: orderStates(design.states, moved(ids, from, to)) })}>{(id, at) => {
        const state = design.states[id] as DesignState;
        return (
          <>
            <div className="cells">
              <Field label={at === 0 ? '状态名称（记录从这里开始）' : '状态名称'} error={problems[`states.${id}`]}>{(input) => <input {...input} className="input" value={state.title} maxLength={60} onChange={(event) => put(id, { title: event.target.value })} />}</Field>
              <Field label="这时">{(input) => <select {...input} className="input" value={state.ends ? 'ends' : state.before ? 'before' : 'stands'} onChange={(event) => put(id, { ends: event.target.value === 'ends' || undefined, before: event.target.value === 'before' || undefined })}><option value="stands">在册，计入现有数</option><option value="before">还没开始，不计</option><option value="ends">已经结束，计为退出</option></select>}</Field>
            </div>
            <details className="ways-of-state"><summary>从哪来、要写什么{state.from || (state.needs ?? []).length > 0 ? `：${words(design, state)}` : ''}</summary>
              <div className="two-lists">
                <Checklist legend="只能从这些状态转来（都不勾：没结束的都能转来）" options={ids.filter((one) => one !== id).map((one) => ({ value: one, title: design.states[one]?.title ?? '' }))} ticked={state.from ?? []} onToggle={(one) => { const next = toggled(state.from ?? [], one); put(id, { from: next.length === 0 ? undefined : next }); }} />
                <Checklist legend="转到时必须写" options={shownFields(design.fields).map((field) => ({ value: field.key, title: field.title }))} ticked={state.needs ?? []} onToggle={(one) => { const next = toggled(state.needs ?? [], one); put(id, { needs: next.length === 0 ? undefined : next }); }} />
              </div>
            </details>
            <div className="ticks">{published?.states[id] === undefined ? <Button kind="bare" onPress={() => away(id)}>删去<span className="vh">{state.title}</span></Button> : at === 0 ? <span className="note">已发布，可以改名</span> : <Tick label="不再转入（已经在里面的不动）" on={state.from?.length === 0} onSet={(on) => put(id, { from: on ? [] : undefined })} />}</div>
          </>
        );
      }}</OrderedList>
      <p className="acts"><Button onPress={add}>加一个状态</Button></p>
    </>
  );
}

export const toggled = (all: readonly string[], one: string): string[] => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]);

function words(design: Design, state: DesignState): string {
  const from = (state.from ?? []).map((id) => design.states[id]?.title ?? id).join('、');
  const needs = (state.needs ?? []).map((key) => design.fields.find((field) => field.key === key)?.title ?? key).join('、');
  return [state.from?.length === 0 ? '不再转入' : from && `从${from}`, needs && `要写${needs}`].filter(Boolean).join('，');
}
