import { addAbortSignal, type Readable, type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { FetchProblem } from './problem.ts';

/** RFC 9659: on the web a Zstandard window is at most 8 MB. */
const zstdOptions = { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } };

/** Nobody compresses a body more than twice on purpose. */
const mostLayers = 2;

/**
 * Reads a body to its end, unpacks it and counts the unpacked bytes as they come: a decompression bomb costs at most
 * `maxBytes` of memory. A gzip body without its label is unpacked too; a plain body labelled as gzip is taken as it is.
 * @throws FetchProblem `too-large`, `unsupported-encoding`; else whatever the stream fails with.
 */
export async function receiveBody(
  body: Readable,
  contentEncoding: string | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  // The reader gets the error too; without a listener it would end the process.
  body.on('error', () => {});
  try {
    const encodings = encodingsOf(contentEncoding);
    addAbortSignal(signal, body);
    const { start, chunks } = await peek(body);
    const collector = new Collector(maxBytes);
    await pipeline([chunks, ...unpackers(start, encodings), collector], { signal });
    return collector.bytes();
  } finally {
    body.destroy();
  }
}

function encodingsOf(contentEncoding: string | null): string[] {
  const names = (contentEncoding ?? '').toLowerCase().split(',');
  const encodings = names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > mostLayers || encodings.some((name) => !unpack.has(name))) {
    throw new FetchProblem('unsupported-encoding');
  }
  return encodings;
}

const unpack = new Map<string, (start: Buffer) => Transform>(
  Object.entries({
    gzip: () => zlib.createGunzip(),
    'x-gzip': () => zlib.createGunzip(),
    br: () => zlib.createBrotliDecompress(),
    zstd: () => zlib.createZstdDecompress(zstdOptions),
    // By the standard "deflate" is zlib; some servers send raw deflate.
    deflate: (start: Buffer) => (hasZlibHeader(start) ? zlib.createInflate() : zlib.createInflateRaw()),
  }),
);

function unpackers(start: Buffer, encodings: string[]): Transform[] {
  const outermost = encodings.at(-1);
  if (outermost === undefined) return isGzip(start) ? [zlib.createGunzip()] : [];
  if (/^(x-)?gzip$/.test(outermost) && !isGzip(start)) return [];
  return encodings.toReversed().flatMap((name, layer) => {
    // Only the outer layer has bytes to look at yet: an inner layer is what its name says.
    return unpack.get(name)?.(layer === 0 ? start : zlibHeader) ?? [];
  });
}

const zlibHeader = Buffer.from([0x78, 0x9c]);

function isGzip(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

function hasZlibHeader(start: Buffer): boolean {
  const [first = 0, second = 0] = start;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

/** The first bytes of a stream, and the whole stream. */
async function peek(body: Readable): Promise<{ start: Buffer; chunks: AsyncGenerator<Buffer> }> {
  const iterator: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const next = await iterator.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    if (start.length > 0) yield start;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { start, chunks: chunks() };
}

/** Collects bytes in one growing buffer: a list of one-byte chunks would cost a hundred times their size. */
class Collector extends Writable {
  #buffer = Buffer.allocUnsafe(64 * 1024);
  #length = 0;
  readonly #maxBytes: number;

  constructor(maxBytes: number) {
    super();
    this.#maxBytes = maxBytes;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    const length = this.#length + chunk.length;
    if (length > this.#maxBytes) {
      done(new FetchProblem('too-large'));
      return;
    }
    if (length > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, Math.min(this.#buffer.length * 2, this.#maxBytes)));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    chunk.copy(this.#buffer, this.#length);
    this.#length = length;
    done();
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#buffer.buffer, this.#buffer.byteOffset, this.#length);
  }
}
