/**
 * A QR code (ISO/IEC 18004, byte mode, error correction M, versions 1 to 10) as rows of modules, true = black, without the quiet zone of four.
 * Pure; for receipts and slips. Throws RangeError beyond 213 bytes.
 */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text);
  const version = VERSIONS.findIndex((one, at) => at > 0 && bytes.length + (at < 10 ? 2 : 3) <= one.data);
  if (version < 1) throw new RangeError(`too long for a QR code of version 10: ${bytes.length} bytes`);
  const codewords = interleave(dataCodewords(bytes, version), version);
  const drawn = Array.from({ length: 8 }, (_unused, mask) => draw(version, codewords, mask));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

/** Level M: data codewords, correction codewords a block, blocks, centres of the alignment patterns. */
interface Version { readonly data: number; readonly correction: number; readonly blocks: number; readonly centres: readonly number[] }
const v = (data: number, correction: number, blocks: number, centres: readonly number[]): Version => ({ data, correction, blocks, centres });
const VERSIONS: readonly Version[] = [
  v(0, 0, 0, []), v(16, 10, 1, []), v(28, 16, 1, [6, 18]), v(44, 26, 1, [6, 22]), v(64, 18, 2, [6, 26]), v(86, 24, 2, [6, 30]), v(108, 16, 4, [6, 34]), v(124, 18, 4, [6, 22, 38]),
  v(154, 22, 4, [6, 24, 42]), v(182, 22, 5, [6, 26, 46]), v(216, 26, 5, [6, 28, 50]),
];
const versionAt = (version: number): Version => VERSIONS[version] as Version;

function dataCodewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, length: number): void => { for (let at = length - 1; at >= 0; at -= 1) bits.push((value >> at) & 1); };
  put(0b0100, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  const room = versionAt(version).data * 8;
  put(0, Math.min(4, room - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const words = Array.from({ length: bits.length / 8 }, (_unused, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2));
  for (let pad = 0xec; words.length < versionAt(version).data; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** GF(256) with 0x11d. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let at = 7; at >= 0; at -= 1) product = ((product << 1) ^ ((product >> 7) * 0x11d)) ^ (((b >> at) & 1) * a);
  return product & 0xff;
}

function correctionWords(data: readonly number[], degree: number): number[] {
  const divisor = Array<number>(degree).fill(0);
  divisor[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1, root = multiply(root, 2)) {
    for (let at = 0; at < degree; at += 1) divisor[at] = multiply(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
  }
  const rest = Array<number>(degree).fill(0);
  for (const word of data) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    divisor.forEach((coefficient, at) => { rest[at] = (rest[at] ?? 0) ^ multiply(coefficient, factor); });
  }
  return rest;
}

/** Blocks of nearly equal length, the longer last; then word by word across them. */
function interleave(data: readonly number[], version: number): number[] {
  const { blocks, correction } = versionAt(version);
  const short = Math.floor(data.length / blocks);
  const longFrom = blocks - (data.length % blocks);
  const parts: number[][] = [];
  for (let at = 0, block = 0; block < blocks; block += 1) {
    const length = short + (block >= longFrom ? 1 : 0);
    parts.push(data.slice(at, at + length));
    at += length;
  }
  const checks = parts.map((part) => correctionWords(part, correction));
  const across = (rows: readonly (readonly number[])[]): number[] => Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_unused, at) => rows.flatMap((row) => (row[at] === undefined ? [] : [row[at] as number]))).flat();
  return [...across(parts), ...across(checks)];
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0, (_x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0, (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function draw(version: number, codewords: readonly number[], mask: number): boolean[][] {
  const size = version * 4 + 17;
  const black = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const fixed = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const set = (x: number, y: number, on: boolean): void => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    (black[y] as boolean[])[x] = on;
    (fixed[y] as boolean[])[x] = true;
  };
  drawPatterns(set, version, size);
  drawFormat(set, size, mask);
  if (version >= 7) drawVersion(set, version, size);
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size * 2; step += 1) {
      const x = right - (step % 2);
      const row = Math.floor(step / 2);
      const y = ((right + 1) & 2) === 0 ? size - 1 - row : row;
      if (fixed[y]?.[x]) continue;
      const on = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
      (black[y] as boolean[])[x] = on !== (MASKS[mask]?.(x, y) ?? false);
      bit += 1;
    }
  }
  return black;
}

type Set = (x: number, y: number, on: boolean) => void;

/** Timing lines, the three finders, the alignment patterns. */
function drawPatterns(set: Set, version: number, size: number): void {
  for (let at = 0; at < size; at += 1) { set(6, at, at % 2 === 0); set(at, 6, at % 2 === 0); }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) {
    for (let dy = -4; dy <= 4; dy += 1) for (let dx = -4; dx <= 4; dx += 1) { const ring = Math.max(Math.abs(dx), Math.abs(dy)); set(cx + dx, cy + dy, ring !== 2 && ring !== 4); }
  }
  const { centres } = versionAt(version);
  const last = centres.length - 1;
  centres.forEach((cx, i) => centres.forEach((cy, j) => {
    if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
    for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }));
}

/** Level M is 00; BCH(15,5). */
function drawFormat(set: Set, size: number, mask: number): void {
  let rest = mask;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (at: number): boolean => ((bits >> at) & 1) === 1;
  for (let at = 0; at <= 5; at += 1) set(8, at, bit(at));
  set(8, 7, bit(6)); set(8, 8, bit(7)); set(7, 8, bit(8));
  for (let at = 9; at < 15; at += 1) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at += 1) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at += 1) set(8, size - 15 + at, bit(at));
  set(8, size - 8, true);
}

/** BCH(18,6), from version 7 on. */
function drawVersion(set: Set, version: number, size: number): void {
  let rest = version;
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(a, b, ((bits >> at) & 1) === 1);
    set(b, a, ((bits >> at) & 1) === 1);
  }
}

/** How hard a drawing is to read: long runs, blocks of one colour, an uneven share of black. The mask with the least is taken. */
function penalty(rows: readonly (readonly boolean[])[]): number {
  const size = rows.length;
  let sum = 0;
  for (const lines of [rows, rows.map((_row, x) => rows.map((row) => row[x] ?? false))]) {
    for (const line of lines) {
      let run = 1;
      for (let at = 1; at <= size; at += 1) {
        if (at < size && line[at] === line[at - 1]) { run += 1; continue; }
        if (run >= 5) sum += run - 2;
        run = 1;
      }
      sum += 40 * [...line.map((on) => (on ? '1' : '0')).join('').matchAll(/(?=10111010000|00001011101)/g)].length;
    }
  }
  for (let y = 1; y < size; y += 1) for (let x = 1; x < size; x += 1) if (rows[y]?.[x] === rows[y - 1]?.[x] && rows[y]?.[x] === rows[y]?.[x - 1] && rows[y]?.[x] === rows[y - 1]?.[x - 1]) sum += 3;
  const dark = rows.flat().filter(Boolean).length;
  return sum + 10 * Math.floor(Math.abs(dark * 20 - size * size * 10) / (size * size));
}
