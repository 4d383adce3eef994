import { useApiQuery } from '../../api-client.ts';
import { Field } from '../../ui/field.tsx';
import { usePost } from '../../ui/session.ts';
import type { Asked } from '../views/list-address.ts';
import type { FormList } from './api.ts';

interface Below { readonly id: number; readonly shortName: string; readonly level: string }

/** Choices without one of them. */
export function without(asked: Asked, key: string): Asked {
  const { [key]: _left, ...rest } = asked;
  return rest;
}

/** Which part of the worklist: one matter, one village. Shown only where there is something to choose. */
export function TaskFilters({ asked, onAsked }: { asked: Asked; onAsked: (asked: Asked) => void }) {
  const post = usePost();
  const forms = useApiQuery<FormList>('casework.list-forms').data ?? [];
  const below = (useApiQuery<readonly Below[]>('division.list-children', { division: post?.divisionId }, { enabled: post !== undefined }).data ?? []).filter((one) => one.level === 'village');
  const pick = (key: string, value: string | number | undefined) => onAsked(value === undefined ? without(asked, key) : { ...asked, [key]: value });
  if (forms.length < 2 && below.length === 0) return null;
  return (
    <form className="filters" role="search" aria-label="筛选待办" onSubmit={(event) => event.preventDefault()}>
      {forms.length < 2 ? null : <Field label="事项">{(ids) => <select {...ids} className="input" value={String(asked['matter'] ?? '')} onChange={(event) => pick('matter', event.target.value === '' ? undefined : event.target.value)}><option value="">全部</option>{forms.map((form) => <option key={form.matter} value={form.matter}>{form.title}</option>)}</select>}</Field>}
      {below.length === 0 ? null : <Field label="村居">{(ids) => <select {...ids} className="input" value={String(asked['divisionId'] ?? '')} onChange={(event) => pick('divisionId', event.target.value === '' ? undefined : Number(event.target.value))}><option value="">全部</option>{below.map((one) => <option key={one.id} value={one.id}>{one.shortName}</option>)}</select>}</Field>}
    </form>
  );
}
