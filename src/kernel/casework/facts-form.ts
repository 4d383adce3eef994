import type { Form, FormField, FormSection } from '../contract/form.ts';

/** The part of a JSON schema that facts are described by. */
export interface FactSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, FactSchema>>;
  readonly required?: readonly string[];
  readonly items?: FactSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/**
 * The facts a benefit judges, as a worksheet a clerk can correct. Lists of things become sections of their own; a group inside
 * (财产, 残疾证) becomes fields whose keys are joined by a dot. What has no title is not shown and stays as it is. Pure.
 */
export function factsForm(schema: FactSchema): Form {
  const fields = fieldsOf(schema);
  const sections: FormSection[] = [
    { id: 'whole', title: '全家', fields: fields.filter((field) => field.kind !== 'list') },
    ...fields.filter((field) => field.kind === 'list').map((field) => ({ id: field.key, title: field.title, fields: [field] })),
  ];
  return { id: 'facts', title: '申报情况', sections: sections.filter((section) => section.fields.length > 0) };
}

function fieldsOf(schema: FactSchema, before = '', titleBefore = ''): FormField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, one]): FormField[] => {
    if (one.title === undefined || key === 'key') return [];
    const title = `${titleBefore}${one.title}`;
    if (one.type === 'object') return fieldsOf(one, `${before}${key}.`, `${title}，`);
    const field = fieldOf(`${before}${key}`, title, one);
    return field ? [field] : [];
  });
}

function fieldOf(key: string, title: string, one: FactSchema): FormField | undefined {
  const words = one.enum ? undefined : one.description;
  const common = { key, title, ...(words === undefined ? {} : { help: words }) };
  const within = { ...(one.minimum === undefined ? {} : { min: one.minimum }), ...(one.maximum === undefined || one.maximum > 1e9 ? {} : { max: one.maximum }) };
  if (one.enum) return { ...common, kind: 'choice', options: optionsOf(one) };
  if (one.type === 'boolean') return { ...common, kind: 'yes-no' };
  if (one.type === 'integer' || one.type === 'number') return one.unit === '分' ? { ...common, kind: 'money', min: 0 } : { ...common, kind: 'integer', ...within, ...(one.unit === undefined ? {} : { unit: one.unit }) };
  if (one.type === 'array' && one.items?.type === 'object') return { ...common, kind: 'list', item: fieldsOf(one.items) };
  if (one.type === 'string') return { ...common, kind: 'text', ...(one.maxLength === undefined ? {} : { maxLength: one.maxLength }) };
  return undefined;
}

/** `wage 工资；business 经营` beside the values of a choice. */
function optionsOf(one: FactSchema): { value: string; title: string }[] {
  const words = new Map((one.description ?? '').split('；').map((pair) => [pair.split(' ')[0] ?? '', pair.slice(pair.indexOf(' ') + 1)]));
  return (one.enum ?? []).map((value) => ({ value, title: words.get(value) ?? value }));
}
