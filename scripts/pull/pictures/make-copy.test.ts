import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type MadeCopy, makeCopy } from './make-copy.ts';
import { pictureType } from './picture-type.ts';

let harbour: Buffer;
let ferry: Buffer;
let drawing: Buffer;
beforeAll(async () => {
  harbour = await readFile('sample/pictures/harbour.jpg');
  ferry = await readFile('sample/pictures/ferry.webp');
  drawing = await readFile('sample/pictures/source/harbour.svg');
});

const copyOf = async (bytes: Uint8Array): Promise<MadeCopy> => {
  const copy = await makeCopy(bytes);
  if (typeof copy === 'string') throw new Error(copy);
  return copy;
};
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#889' }, limitInputPixels: false });

/** A PNG that declares this size and has almost no data. */
function claimedPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(Buffer.concat([Buffer.from(name), data])));
    return Buffer.concat([length, Buffer.from(name), data, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(1024 * 1024));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF of this size whose frames are single pixels. */
function dottedGif(width: number, height: number, frames: number): Buffer {
  const screen = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  const pause = Buffer.from([0x21, 0xf9, 4, 0, 10, 0, 0, 0]);
  const dot = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([screen, ...Array(frames).fill(Buffer.concat([pause, dot])), Buffer.from(';')]);
}

describe('a copy of a picture', () => {
  test('is WebP, is named by its content, and is the same each time', async () => {
    const copy = await copyOf(harbour);
    expect(copy).toMatchObject({
      width: 960,
      height: 600,
      file: expect.stringMatching(/^[0-9a-f]{20}\.webp$/),
    });
    expect(pictureType(copy.bytes)).toBe('webp');
    expect(await copyOf(harbour)).toEqual(copy);
    expect((await copyOf(ferry)).file).not.toBe(copy.file);
  });

  test('is at most 1,200 pixels wide, and never wider than the original', async () => {
    expect(await copyOf(await flat(3000, 1500).jpeg().toBuffer())).toMatchObject({
      width: 1200,
      height: 600,
    });
    expect(await copyOf(await flat(40, 30).gif().toBuffer())).toMatchObject({ width: 40, height: 30 });
    expect(await copyOf(await flat(40, 30).avif().toBuffer())).toMatchObject({ width: 40, height: 30 });
  });

  test('is upright and carries no metadata of the camera', async () => {
    const turned = await sharp(harbour)
      .withExif({ IFD0: { Orientation: '6', Artist: 'Lin Yuan' } })
      .jpeg()
      .toBuffer();
    const tagged = await sharp(turned).metadata();
    expect(tagged.exif).toBeDefined();
    const copy = await copyOf(await sharp(harbour).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect(copy).toMatchObject({ width: 600, height: 960 });
    expect(Buffer.from((await copyOf(turned)).bytes).includes('Lin Yuan')).toBe(false);
  });

  test('of a drawing is lossless when that is smaller', async () => {
    const lines = await flat(400, 300)
      .composite([
        { input: { create: { width: 100, height: 300, channels: 3, background: '#123' } }, left: 7, top: 0 },
      ])
      .png()
      .toBuffer();
    const { bytes } = await copyOf(lines);
    expect(Buffer.from(bytes).includes('VP8L')).toBe(true);
    expect(Buffer.from((await copyOf(harbour)).bytes).includes('VP8L')).toBe(false);
  });

  test('of an animation keeps its frames', async () => {
    const frames = await Promise.all(['#811', '#181', '#118'].map((colour) => framePng(colour)));
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100] })
      .toBuffer();
    const copy = await copyOf(gif);
    expect(copy).toMatchObject({ width: 60, height: 40 });
    expect(Buffer.from(copy.bytes).includes('ANMF')).toBe(true);
  });
});

const framePng = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();

describe('no copy is made of', () => {
  test('bytes that are no picture, whatever their name', async () => {
    const page = Buffer.from('<!doctype html><title>Not found</title>');
    for (const bytes of [page, drawing, Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('II*\0')])
      expect(await makeCopy(bytes)).toBe('no-picture');
  });

  test('an SVG with the first bytes of a PNG', async () => {
    const dressed = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), drawing]);
    expect(await makeCopy(dressed)).toBe('damaged');
  });

  test('a truncated picture', async () => {
    expect(await makeCopy(harbour.subarray(0, 9000))).toBe('damaged');
  });

  test('a small file of billions of pixels', async () => {
    const before = process.memoryUsage.rss();
    expect(await makeCopy(claimedPng(60_000, 60_000))).toBe('too-many-pixels');
    expect(await makeCopy(claimedPng(7000, 5800))).toBe('too-many-pixels');
    expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
  });

  test('an animation of too many pixels over all frames', async () => {
    const gif = dottedGif(2000, 2000, 11);
    expect(gif.length).toBeLessThan(300);
    expect(await makeCopy(gif)).toBe('too-many-pixels');
    expect(await makeCopy(dottedGif(600, 400, 3))).toMatchObject({ width: 600, height: 400 });
  });

  test('a tracking pixel', async () => {
    expect(await makeCopy(await flat(1, 1).gif().toBuffer())).toBe('too-small');
    expect(await makeCopy(await flat(600, 1).png().toBuffer())).toBe('too-small');
  });
});
