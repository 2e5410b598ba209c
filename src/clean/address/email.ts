/**
 * Decodes an email address that Cloudflare hides from robots: hexadecimal, every byte XORed with the first. Null for
 * anything else. Source: Cloudflare's "Email Address Obfuscation".
 */
export function hiddenEmail(encoded: string | undefined): string | null {
  if (!encoded || !/^(?:[0-9a-f]{2}){4,200}$/i.test(encoded)) return null;
  const [key = 0, ...bytes] = encoded.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  const address = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte ^ key));
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : null;
}
