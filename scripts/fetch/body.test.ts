import { Readable } from 'node:stream';
import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receiveBody } from './body.ts';

const pack: Record<string, (bytes: Uint8Array) => Buffer> = {
  identity: Buffer.from,
  gzip: zlib.gzipSync,
  br: zlib.brotliCompressSync,
  zstd: zlib.zstdCompressSync,
  deflate: zlib.deflateSync,
};
const never = new AbortController().signal;

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('receiveBody', () => {
  test('unpacks a body that comes in pieces of any size', async () => {
    const encodings = fc.array(fc.constantFrom(...Object.keys(pack)), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        encodings,
        fc.integer({ min: 1, max: 999 }),
        async (bytes, names, size) => {
          // A body that is itself gzip is unpacked once more, on purpose.
          fc.pre(!(bytes[0] === 0x1f && bytes[1] === 0x8b));
          const packed = names.reduce<Buffer>(
            (inner, name) => pack[name]?.(inner) ?? inner,
            Buffer.from(bytes),
          );
          const body = Readable.from(pieces(packed, size));
          const read = await receiveBody(body, names.join(', ') || null, 3000, never);
          expect(Buffer.compare(read, bytes)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('fails with a known problem, within its bounds, for any bytes with any label', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.constantFrom(...Object.keys(pack)),
        async (bytes, name) => {
          const body = Readable.from([Buffer.from(bytes)]);
          const read = await receiveBody(body, name, 1000, never).catch((error: unknown) => error);
          expect(read instanceof Error || (read instanceof Uint8Array && read.length <= 1000)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('holds a body that comes byte by byte in little more than its size', async () => {
    const piece = Buffer.from('x');
    function* drops() {
      for (let left = 300_000; left > 0; left--) yield piece;
    }
    const read = await receiveBody(Readable.from(drops()), null, 1_000_000, never);
    expect(read.length).toBe(300_000);
    expect(read.buffer.byteLength).toBeLessThan(1_000_000);
  });

  test('closes the body at the deadline', async () => {
    const body = new Readable({ read() {} });
    const reading = receiveBody(body, null, 1000, AbortSignal.timeout(20));
    body.push('<rss>');
    await expect(reading).rejects.toThrow();
    expect(body.destroyed).toBe(true);
  });

  test('closes the body when it cannot unpack it', async () => {
    const body = Readable.from([Buffer.from('x')]);
    await expect(receiveBody(body, 'lzma', 1000, never)).rejects.toThrow('unsupported-encoding');
    expect(body.destroyed).toBe(true);
  });
});
