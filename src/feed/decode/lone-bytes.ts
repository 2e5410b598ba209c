import iconv from 'iconv-lite';

/**
 * Decodes bytes that are UTF-8 but for some. Such bytes come from texts in windows-1252 that software put into a document
 * in UTF-8: one that stands alone among Latin letters is read as windows-1252. Beside the characters of other scripts it is
 * more likely the rest of one that was cut, and shows as U+FFFD, as do bytes that are a part of a character.
 */
export function decodeWithLoneBytes(buffer: Buffer): string {
  const parts: Buffer[] = [];
  let kept = 0;
  let afterLatin = true;
  for (let at = 0; at < buffer.length; ) {
    const length = characterLength(buffer, at);
    if (length > 0) {
      afterLatin = length < 3;
      at += length;
    } else if (afterLatin && isLone(buffer, at)) {
      parts.push(
        buffer.subarray(kept, at),
        Buffer.from(iconv.decode(buffer.subarray(at, at + 1), 'windows-1252')),
      );
      at += 1;
      kept = at;
    } else {
      afterLatin = false;
      at += 1;
    }
  }
  return iconv.decode(Buffer.concat([...parts, buffer.subarray(kept)]), 'utf-8');
}

/** Whether the invalid byte at `at` is followed by a Latin character, another lone byte or the end, and begins no character. */
function isLone(buffer: Buffer, at: number): boolean {
  const next = buffer[at + 1] ?? 0;
  if (next < 0x80) return true;
  if (isContinuation(next)) return false;
  const length = characterLength(buffer, at + 1);
  return length === 2 || (length === 0 && !isContinuation(buffer[at + 2] ?? 0));
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** The length in bytes of the UTF-8 character at `at` (RFC 3629), or 0 when there is none. */
export function characterLength(buffer: Buffer, at: number): number {
  const byte = buffer[at] ?? 0;
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte >= 0xf5) return 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
  for (let next = at + 1; next < at + length; next++) if (!isContinuation(buffer[next] ?? 0)) return 0;
  return length;
}
