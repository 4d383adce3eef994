import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../catalogue');

/** A number printed in one of the five annual reports. */
export interface ReportedFigure {
  readonly id: string; readonly quote: string; readonly indicator: string; readonly value: number; readonly unit: string; readonly kind: string;
  /** A year, or a shorter period as printed. */
  readonly period: string; readonly area: string; readonly derive: string; readonly system: string;
  /** The step the printed text was rounded to; absent = as printed, to the unit. */
  readonly precision?: number;
  readonly approx?: boolean; readonly approx_dir?: 'above' | 'below'; readonly value_text?: string;
}

/** What is known of how printed numbers hang together: `catalogue/figure-relations.md`. */
export interface Relation { readonly figures: readonly string[]; readonly computed: string; readonly stated: string; readonly result: string; readonly note: string }

let read: { figures: ReportedFigure[]; relations: Relation[] } | undefined;

/** The catalogue of printed figures, read once. */
export function readCatalogue(): { readonly figures: readonly ReportedFigure[]; readonly relations: readonly Relation[] } {
  read ??= {
    figures: readFileSync(join(FOLDER, 'figures.jsonl'), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as ReportedFigure),
    relations: readRelations(readFileSync(join(FOLDER, 'figure-relations.md'), 'utf8')),
  };
  return read;
}

function readRelations(text: string): Relation[] {
  return text.split('\n').filter((line) => /^\| \d{3} \|/.test(line)).map((line) => {
    const [, , figures = '', computed = '', stated = '', result = '', note = ''] = line.split('|').map((cell) => cell.trim());
    return { figures: figures.split(', '), computed, stated, result, note };
  });
}
