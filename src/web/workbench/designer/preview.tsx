import { useState } from 'react';
import type { FieldError, Form, FormField } from '../../../kernel/contract/form.ts';
import type { RegisterField } from '../../../kernel/contract/register.ts';
import { FormSheet } from '../../forms/form-sheet.tsx';
import type { FormValues } from '../../forms/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/page-head.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { FieldCell, headingOf, isFigure, isSecret } from '../records/field-value.tsx';
import { shownFields, type Design } from './design.ts';

interface Sample { readonly no: number; readonly values: FormValues }
const NOTHING: readonly FieldError[] = [];

/** What the design would be to work with: its form, and the list its rows would make. What is typed here is kept nowhere. */
export function Preview({ design }: { design: Design }) {
  const [values, setValues] = useState<FormValues>({});
  const [rows, setRows] = useState<readonly Sample[]>([]);
  const fields = shownFields(design.fields).filter((field) => field.title !== '') as unknown as readonly RegisterField[];
  const tried = fields.filter((field) => field.kind !== 'files' && field.kind !== 'link');
  const form: Form = { id: 'preview', title: design.title, sections: [{ id: 'all', title: design.title || '内容', fields: tried as readonly FormField[] }] };
  const listed = fields.filter((field) => field.listed);
  const shown = (listed.length > 0 ? listed : fields.slice(0, 6)).filter((field) => field.kind !== 'files');
  const columns: readonly Column<Sample>[] = shown.map((field, at) => ({
    key: field.key, title: headingOf(field), num: isFigure(field), ...(at === 0 ? { phone: 'who' as const } : at === 1 ? { phone: 'state' as const } : {}),
    cell: (row) => (isSecret(field) && row.values[field.key] ? '＊＊＊' : <FieldCell field={field} row={{ values: row.values, links: {} }} />),
  }));
  return (
    <>
      <Section title="名单" note="填一行样子看看">
        {columns.length === 0 ? <Empty>加了字段，这里就是名单。</Empty> : <Table caption="名单的样子" columns={columns} rows={rows} rowKey={(row) => String(row.no)} empty={<Empty>在下面填一行，放进来看看。</Empty>} />}
      </Section>
      <Section title={`登记一${design.unit || '条'}`}>
        {tried.length === 0 ? <Empty>还没有字段。</Empty> : (
          <FormSheet form={form} values={values} onChange={setValues} errors={NOTHING} bareTitle onSubmit={() => { setRows([...rows, { no: rows.length, values }]); setValues({}); }}>
            <Button type="submit">放进名单看看</Button>
          </FormSheet>
        )}
      </Section>
    </>
  );
}
