import type { Form, FormField } from '../contract/form.ts';
import type { RegisterField, SubRecord } from '../contract/register.ts';

/** A register's fields as a form, so that the browser and the server check them as every other form. Pure. */
export const formOf = (id: string, title: string, fields: readonly RegisterField[]): Form => ({ id, title, sections: [{ id: 'record', title, fields: fields as readonly FormField[] }] });

export const entryForm = (register: string, sub: SubRecord): Form => formOf(`${register}.${sub.id}`, sub.title, sub.fields);
