import { lookUp } from '../../text/look-up.ts';

/** Media types by file extension, for feeds that do not give one. */
const byEnding: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** The media type of a file (RFC 2045), without parameters. Falls back to the extension of its address, then to
 * `application/octet-stream`. */
export function mediaType({ url, type }: { url: string; type: string | null }): string {
  const bare = type?.split(';')[0]?.trim() ?? '';
  if (/^[\w.+-]+\/[\w.+-]+$/.test(bare)) return bare;
  const ending = /\.(\w+)$/.exec(URL.parse(url)?.pathname ?? '')?.[1] ?? '';
  return lookUp(byEnding, ending.toLowerCase()) ?? 'application/octet-stream';
}

/** The size in whole bytes; 0 when it is unknown, as RSS requires. */
export function fileSize(bytes: number | null): number {
  return bytes !== null && Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0;
}
