import type { RegisterField, Where } from '../../contract/register.ts';
import { columnOf } from '../../registry/check-register.ts';

export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A declared condition on columns of a row called `alias`. Values are written as literals: they come from declarations. */
export function whereSql(fields: readonly RegisterField[], where: Where | undefined, alias: string): string {
  const conditions = Object.entries(where ?? {}).map(([key, wanted]) => {
    const column = `${alias}.${columnOf(key)}`;
    const field = fields.find((one) => one.key === key);
    if (typeof wanted === 'boolean') return wanted ? column : `not coalesce(${column}, false)`;
    const list = typeof wanted === 'string' ? [wanted] : wanted;
    return field?.kind === 'choices' ? `${column} && array[${list.map(quote).join(', ')}]` : `${column}::text in (${list.map(quote).join(', ')})`;
  });
  return conditions.length === 0 ? '' : ` and ${conditions.join(' and ')}`;
}
