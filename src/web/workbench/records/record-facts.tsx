import type { RegisterField } from '../../../kernel/contract/register.ts';
import type { RecordPage, RegisterFace } from '../../../kernel/records/face.ts';
import { A } from '../../ui/link.tsx';
import { FieldValue, isSecret, numberWords } from './field-value.tsx';
import { fen, formatYuan } from '../../../kernel/values/money.ts';
import { ShowSecret } from './show-secret.tsx';

const WIDE: readonly RegisterField['kind'][] = ['long-text', 'files', 'choices'];

/** Which fields take a line of their own: the long ones, and a short one that would stand alone before them. `before`: short ones that stand first. Pure. */
export function wholeLines(kinds: readonly RegisterField['kind'][], before = 0): boolean[] {
  const wide = kinds.map((kind) => WIDE.includes(kind));
  let filled = before;
  kinds.forEach((_kind, at) => {
    if (wide[at] === true) filled = 0;
    else if (filled % 2 === 0 && wide[at + 1] !== false) wide[at] = true;
    else filled += 1;
  });
  return wide;
}

/** The fields of a record, two by two as they stand on its sheet; long ones take the whole width. */
export function RecordFacts({ face, page }: { face: RegisterFace; page: RecordPage }) {
  const wide = wholeLines(face.fields.map((field) => field.kind), page.person === null ? 0 : 1);
  return (
    <dl className="facts record-facts">
      {page.person === null ? null : <Pair title={face.holder?.kind === 'person' ? face.holder.title : '本人'}>{page.person.href === null ? page.person.title : <A href={page.person.href}>{page.person.title}</A>}</Pair>}
      {face.fields.map((field, at) => (
        <Pair key={field.key} title={field.title} wide={wide[at] === true}>
          <FieldValue field={field} row={page} />
          {isSecret(field) && face.opens.includes(field.key) && page.values[field.key] !== undefined && page.values[field.key] !== null ? <>　<ShowSecret register={face.id} record={page.record} field={field.key} title={field.title} /></> : null}
          {field.kind === 'place' && typeof page.values[field.key] === 'string' ? <>　<A className="noprint" href={`/registers/${face.id}/map?record=${page.record}`}>地图上看</A></> : null}
        </Pair>
      ))}
    </dl>
  );
}

function Pair({ title, wide = false, children }: { title: string; wide?: boolean; children: React.ReactNode }) {
  return <div className={wide ? 'wide' : undefined}><dt>{title}</dt><dd className="filled">{children}</dd></div>;
}

/** A figure the register works out itself, in words. */
export function figureWords(kind: 'integer' | 'number' | 'money' | 'text' | 'date', value: unknown, unit: string | undefined): string {
  if (value === null || value === undefined) return '还没有';
  if (kind === 'money' && typeof value === 'number') return `${formatYuan(fen(value))} 元`;
  return kind === 'integer' || kind === 'number' ? `${numberWords(value)}${unit === undefined ? '' : ` ${unit}`}` : `${String(value)}${unit === undefined ? '' : ` ${unit}`}`;
}
