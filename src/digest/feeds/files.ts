/** What readers play or open, by the ending of the address, for feeds that do not say. */
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

/** The media type of a file as RFC 2045 writes it, without parameters; else by its address, else one that says nothing. */
export function mediaType({ url, type }: { url: string; type: string | null }): string {
  const bare = type?.split(';')[0]?.trim() ?? '';
  if (/^[\w.+-]+\/[\w.+-]+$/.test(bare)) return bare;
  const ending = /\.(\w+)$/.exec(URL.parse(url)?.pathname ?? '')?.[1] ?? '';
  return byEnding[ending.toLowerCase()] ?? 'application/octet-stream';
}

/** Bytes as whole numbers, and 0 when nobody knows, as RSS wants it. */
export function fileSize(bytes: number | null): number {
  return bytes !== null && Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0;
}
