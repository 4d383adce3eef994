import type { FormField } from '../../../kernel/contract/form.ts';
import { writeValue } from '../../forms/read-written.ts';
import type { FormValue, FormValues } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import type { Clash } from './three-way.ts';

/** A value in words, as the form writes it. */
function inWords(field: FormField | undefined, value: FormValue | undefined): string {
  if (value === undefined || value === null || value === '') return '空着';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return `${value.length} 项`;
  return field?.options?.find((option) => option.value === value)?.title ?? writeValue(field?.kind ?? 'text', value);
}

/** 两个人改了同一格: what it was, what each wrote, and whose word stands. Nothing goes out before each is chosen. */
export function ClashChoices({ fields, clashes, taken, onTake }: { fields: readonly FormField[]; clashes: readonly Clash[]; taken: readonly string[]; onTake: (key: string, whose: 'mine' | 'theirs') => void }) {
  const find = (key: string) => fields.find((field) => field.key === key);
  const named = taken.flatMap((key) => find(key)?.title ?? []);
  return (
    <section className="clash" aria-label="两个人改了同一格">
      {named.length === 0 ? null : <p className="note">您没有动、别人改了的，已经照别人的：{named.join('、')}。</p>}
      {clashes.length === 0 ? null : (
        <table className="table"><caption className="vh">两个人都改了的格子</caption>
          <thead><tr><th scope="col">哪一格</th><th scope="col">原来</th><th scope="col">别人改成</th><th scope="col">您写的</th><th scope="col">用谁的</th></tr></thead>
          <tbody>{clashes.map((clash) => {
            const field = find(clash.key);
            return <tr key={clash.key}><th scope="row">{field?.title ?? clash.key}</th><td className="quiet">{inWords(field, clash.base)}</td><td>{inWords(field, clash.theirs)}</td><td className="filled">{inWords(field, clash.mine)}</td><td><span className="acts"><Button onPress={() => onTake(clash.key, 'mine')}>用我的</Button><Button onPress={() => onTake(clash.key, 'theirs')}>用别人的</Button></span></td></tr>;
          })}</tbody>
        </table>
      )}
    </section>
  );
}

/** The sheet with one clash decided. */
export const decided = (values: FormValues, clash: Clash, whose: 'mine' | 'theirs'): FormValues => ({ ...values, [clash.key]: whose === 'mine' ? clash.mine : clash.theirs });
