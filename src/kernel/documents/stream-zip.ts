import { createDeflateRaw, crc32 } from 'node:zlib';
import { Readable } from 'node:stream';
import { AppError } from '../contract/refusal.ts';

/** One file that goes into a zip: its path inside, and its content piece by piece. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;
}

interface Written { readonly name: Buffer; readonly offset: number; readonly crc: number; readonly packed: number; readonly unpacked: number }

// 1980-01-01, the zip format's first day: the same content gives the same bytes
const DAY = 0x21;
// bit 3: sizes follow the content; bit 11: names are UTF-8
const FLAGS = 0x0808;
const LARGEST = 0xffffffff;

/** A zip as it is made: nothing but the piece in hand is kept, and nobody is asked for more than the reader takes. Up to 4 GB and 65,535 files. */
export async function* streamZip(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const start = offset;
    const header = localHeader(name);
    offset += header.length;
    yield header;
    const sums = { crc: 0, packed: 0, unpacked: 0 };
    for await (const piece of deflate(part.content, sums)) { offset += piece.length; yield piece; }
    const tail = descriptor(sums);
    offset += tail.length;
    if (offset > LARGEST || sums.unpacked > LARGEST || written.length >= 0xffff) throw new AppError('zip.too-large', 'a zip of more than 4 GB or 65,535 files');
    yield tail;
    written.push({ name, offset: start, ...sums });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOfDirectory(written.length, directory.length, offset);
}

async function* deflate(content: ZipPart['content'], sums: { crc: number; packed: number; unpacked: number }): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      sums.crc = crc32(bytes, sums.crc);
      sums.unpacked += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const packer = createDeflateRaw({ level: 6 });
  source.on('error', (error) => packer.destroy(error));
  for await (const piece of source.pipe(packer) as AsyncIterable<Buffer>) { sums.packed += piece.length; yield piece; }
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(DAY, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor(sums: { crc: number; packed: number; unpacked: number }): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(sums.crc, 4);
  tail.writeUInt32LE(sums.packed, 8);
  tail.writeUInt32LE(sums.unpacked, 12);
  return tail;
}

function directoryEntry(part: Written): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(8, 10);
  head.writeUInt16LE(DAY, 14);
  head.writeUInt32LE(part.crc, 16);
  head.writeUInt32LE(part.packed, 20);
  head.writeUInt32LE(part.unpacked, 24);
  head.writeUInt16LE(part.name.length, 28);
  head.writeUInt32LE(part.offset, 42);
  return Buffer.concat([head, part.name]);
}

function endOfDirectory(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
