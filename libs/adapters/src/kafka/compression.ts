/**
 * Lets kafkajs read and write topics in zstd, which it does not know by itself: an operator may have the broker compress the
 * topics that way at any time. gzip it knows.
 */
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

CompressionCodecs[CompressionTypes.ZSTD] = () => ({
  compress: ({ buffer }: { readonly buffer: Buffer }) => promisify(zstdCompress)(buffer),
  decompress: (bytes: Buffer) => promisify(zstdDecompress)(bytes),
});
