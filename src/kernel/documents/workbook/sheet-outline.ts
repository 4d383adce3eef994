/** A block of cells merged into one, by 1-based row and column numbers, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What is read from a sheet before its cells: which rows nobody sees, what is merged. */
export interface SheetOutline {
  /** Hidden by hand, by a filter, by a folded group, or with a height of 0. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly MergedRange[];
}

/** Reads the outline from the XML of a sheet part, without building its cells. */
export function readSheetOutline(xml: string): SheetOutline {
  const hiddenRows = new Set<number>();
  let rowCount = 0;
  for (const [, attributes = ''] of xml.matchAll(/<row(?=[\s/>])([^>]*)>/g)) {
    rowCount += 1;
    const number = Number(attribute(attributes, 'r') ?? rowCount);
    const hidden = attribute(attributes, 'hidden');
    const height = attribute(attributes, 'ht');
    if (hidden === '1' || hidden === 'true' || (height !== undefined && Number(height) === 0)) hiddenRows.add(number);
  }
  const merges: MergedRange[] = [];
  for (const [, attributes = ''] of xml.matchAll(/<mergeCell\s([^>]*)>/g)) {
    const range = parseRange(attribute(attributes, 'ref') ?? '');
    if (range !== undefined) merges.push(range);
  }
  return { hiddenRows, merges };
}

/** The value of an XML attribute in the inside of a tag. */
export function attribute(inside: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inside);
  return found?.[1] ?? found?.[2];
}

function parseRange(ref: string): MergedRange | undefined {
  const parts = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (parts === null) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = parts;
  return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
}

/** `A` is 1, `AA` is 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 1 is `A`, 27 is `AA`. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}
