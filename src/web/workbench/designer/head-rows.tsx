import { Checklist, Field } from '../../ui/field.tsx';
import { shownFields } from './design.ts';
import type { PartProps } from './part-rows.tsx';
import { toggled } from './state-rows.tsx';
import { Tick } from './field-rows.tsx';

interface Props extends PartProps { readonly lines: readonly { readonly id: string; readonly title: string }[] }

/** Two of the same name in different villages are two. */
const SAME_PLACE = '在同一个镇街、村居';

/** What the register is: its name, what one record of it is, whose, on which shelf. */
export function HeadRows({ design, onChange, published, problems, lines }: Props) {
  const set = (part: Partial<typeof design>) => onChange({ ...design, ...part });
  const names = shownFields(design.fields).filter((field) => ['text', 'person-name', 'choice', 'link'].includes(field.kind) && field.sensitive === undefined);
  return (
    <>
      <div className="cells">
        <Field label="台账叫什么" error={problems['title']}>{(ids) => <input {...ids} className="input" value={design.title} maxLength={60} placeholder="如：社区社会组织" onChange={(event) => set({ title: event.target.value })} />}</Field>
        <Field label="一条是一个什么" help="家、人、处、件" error={problems['unit']}>{(ids) => <input {...ids} className="input short" value={design.unit} maxLength={12} onChange={(event) => set({ unit: event.target.value })} />}</Field>
        <Field label="编号字头" help="不写就按名称取" error={problems['series']}>{(ids) => <input {...ids} className="input short" value={design.series ?? ''} maxLength={4} readOnly={published !== null} onChange={(event) => set({ series: event.target.value.toUpperCase().replaceAll(/[^A-Z]/g, '') })} />}</Field>
      </div>
      <Field label="一句话说它记什么" error={problems['purpose']}>{(ids) => <input {...ids} className="input" value={design.purpose} maxLength={300} onChange={(event) => set({ purpose: event.target.value })} />}</Field>
      <div className="cells">
        <Field label="放在哪个业务下">{(ids) => <select {...ids} className="input" value={design.line ?? 'own'} onChange={(event) => set({ line: event.target.value })}>{lines.map((line) => <option key={line.id} value={line.id}>{line.title}</option>)}</select>}</Field>
        <Field label="记的是谁的" error={problems['holder']}>{(ids) => <select {...ids} className="input" value={design.holder?.kind ?? ''} onChange={(event) => set({ holder: event.target.value === 'person' ? { kind: 'person', title: '本人' } : event.target.value === 'division' ? { kind: 'division' } : undefined })}><option value="">不是个人的</option><option value="person">个人（按证件号连到人）</option><option value="division">镇街、村居</option></select>}</Field>
        <Field label="记录按哪个字段称呼" error={problems['name']}>{(ids) => <select {...ids} className="input" value={design.name ?? ''} onChange={(event) => set({ name: event.target.value === '' ? undefined : event.target.value })}><option value="">{design.holder === undefined ? '请选' : '按持有人'}</option>{names.map((field) => <option key={field.key} value={field.key}>{field.title || '（没写名称）'}</option>)}</select>}</Field>
      </div>
      <details className="ways-of-state"><summary>哪几栏都一样就是重复的{(design.key ?? []).length > 0 ? `：${(design.key ?? []).map((key) => key === 'division' ? SAME_PLACE : design.fields.find((field) => field.key === key)?.title ?? key).join('、')}` : ''}</summary>
        <Checklist legend="都一样的，登记时提示可能重复" options={[...names.filter((field) => field.kind !== 'link').map((field) => ({ value: field.key, title: field.title })), { value: 'division', title: SAME_PLACE }]} ticked={design.key ?? []} onToggle={(one) => { const next = toggled(design.key ?? [], one); set({ key: next.length === 0 ? undefined : next }); }} />
      </details>
    </>
  );
}

/** Who writes in it, who reads it. */
export function WhoRows({ design, onChange, problems, roles, own }: PartProps & { readonly roles: readonly { readonly id: string; readonly title: string }[]; readonly own: string }) {
  const options = roles.map((role) => ({ value: role.id, title: role.title }));
  return (
    <>
      <Checklist legend="谁登记（在各自辖区里）" options={options} ticked={design.keepers} error={problems['keepers']} onToggle={(one) => { const next = toggled(design.keepers, one); if (next.length > 0) onChange({ ...design, keepers: next }); }} />
      {design.keepers.includes(own) ? null : <p className="note">您自己的岗位没有勾：发布以后您不能登记，也不能导入旧表。</p>}
      <details className="ways-of-state"><summary>谁只看：{design.readers === undefined ? '审计、统计、纪检监督、镇街审核、审批' : design.readers.map((id) => roles.find((role) => role.id === id)?.title ?? id).join('、') || '没有别人'}</summary>
        <Checklist legend="只看的岗位" options={options} ticked={design.readers ?? ['auditor', 'statistician', 'supervisor', 'town-lead', 'approver']} onToggle={(one) => onChange({ ...design, readers: toggled(design.readers ?? ['auditor', 'statistician', 'supervisor', 'town-lead', 'approver'], one) })} />
      </details>
      <Tick label="看的人看得到全市的，不只自己辖区的" on={design.across === true} onSet={(on) => onChange({ ...design, across: on || undefined })} />
    </>
  );
}
