/**
 * A paper as bureaus file it: one A4 sheet of plain pieces. The same sheet is shown and printed in the workbench and laid into the bundle for the archive,
 * so that what hangs in the file is what stood on the screen.
 */
export interface Paper {
  readonly id: string;
  /** As it stands in an index: 入户调查表. */
  readonly title: string;
  /** As it stands on the sheet; may name the office. */
  readonly heading: string;
  /** Left and right above the form: 村居, 案号. */
  readonly meta: readonly string[];
  readonly pieces: readonly PaperPiece[];
  readonly foot: readonly string[];
  /** Day the paper came into being; null while it is only prepared. */
  readonly on: string | null;
}

export type PaperPiece =
  /** Two columns of label and value, `wide` over the whole width. */
  | { readonly is: 'fields'; readonly fields: readonly { readonly label: string; readonly value: string; readonly wide?: boolean }[] }
  | { readonly is: 'table'; readonly caption: string; readonly head: readonly string[]; /** In hundredths of the sheet; equal where left out. */ readonly widths?: readonly number[]; readonly rows: readonly (readonly string[])[] }
  | { readonly is: 'text'; readonly text: string }
  /** Places for signatures, with the names of who signed so far. */
  | { readonly is: 'signatures'; readonly places: readonly { readonly label: string; readonly name: string; readonly day: string }[] };
