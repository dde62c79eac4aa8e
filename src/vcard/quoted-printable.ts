/**
 * Decodes a value of version 2.1. What says nothing of its character set is UTF-8 where it can be, and otherwise what Windows
 * writes. An unknown character set counts as not said.
 */
export function decodeQuotedPrintable(value: string, charset = ''): string {
  const bytes = bytesOf(value);
  return decode(bytes, charset) ?? decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252') ?? value;
}

function bytesOf(value: string): Uint8Array {
  const encoded = new TextEncoder().encode(value);
  const bytes: number[] = [];
  for (let at = 0; at < encoded.length; at += 1) {
    const code = encoded[at] === 61 ? String.fromCharCode(...encoded.subarray(at + 1, at + 3)) : '';
    const isCode = /^[\dA-F]{2}$/i.test(code);
    bytes.push(isCode ? Number.parseInt(code, 16) : (encoded[at] ?? 0));
    if (isCode) at += 2;
  }
  return Uint8Array.from(bytes);
}

function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return charset ? new TextDecoder(charset, { fatal: true }).decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}
