/** A media type as RFC 2045 writes it, else the one that says nothing. */
export function mediaType(type: string | null): string {
  return type !== null && /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
}

/** Bytes as whole numbers, and 0 when nobody knows, as RSS wants it. */
export function fileSize(bytes: number | null): number {
  return bytes !== null && Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 0;
}
