// Bytes → a Zstandard frame of blocks that are not compressed or of one repeated byte: whole to any reader, and written without a library.

const largestBlock = 1 << 17;

/** Source: RFC 8878, section 3.1.1: magic number, frame header with a window of 128 KB and no checksum, blocks. */
export function zstd(bytes: Uint8Array): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += largestBlock) {
    const block = bytes.subarray(at, at + largestBlock);
    const last = at + largestBlock >= bytes.length ? 1 : 0;
    const repeats = block.length > 1 && block.every((byte) => byte === block[0]);
    const head = Buffer.alloc(3);
    head.writeUIntLE(last | ((repeats ? 1 : 0) << 1) | (block.length << 3), 0, 3);
    blocks.push(head, Buffer.from(repeats ? block.subarray(0, 1) : block));
  }
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 7 << 3]), ...blocks]);
}
