"use strict";
// Unpacks gzip (RFC 1952) in a browser without `DecompressionStream`: blocks of DEFLATE (RFC 1951). What is named
// "match" is a text that occurred before, as its length and the distance back to it.

/** The data is not what was written. */
class Damaged extends Error {}

const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;
// DEFLATE makes nothing larger than this many times its packed size.
const MOST_PACKED = 1032;
// RFC 1951, 3.2.5: the first length or distance of each code, and how many bits say the rest.
const MATCH_LENGTHS = starts(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]);
const MATCH_DISTANCES = starts(1, [0, 0, ...[...Array(28).keys()].map((code) => code >> 1)]);
// The longest match has a code of its own.
MATCH_LENGTHS.push({ first: 258, bits: 0 });
const END_OF_BLOCK = 256;
// RFC 1951, 3.2.7: the order in which the lengths of the codes of lengths are written.
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * A Huffman code: how many symbols have a code of each length, and the symbols in the order of their codes.
 *
 * @typedef {{ counts: number[], symbols: number[] }} Code
 */

/** Bits of bytes, the lowest of each byte first. */
class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.place = 0;
    this.held = 0;
    this.count = 0;
  }

  /**
   * @param {number} count at most 16
   * @returns {number}
   */
  take(count) {
    for (; this.count < count; this.count += 8) {
      this.held |= this.byte() << this.count;
    }
    const taken = this.held & ((1 << count) - 1);
    this.held >>= count;
    this.count -= count;
    return taken;
  }

  /** @returns {number} the next whole byte */
  byte() {
    if (this.place === this.bytes.length) throw new Damaged();
    this.place += 1;
    return this.bytes[this.place - 1];
  }

  /**
   * @param {Code} code
   * @returns {number}
   */
  symbol({ counts, symbols }) {
    // Codes of a length are consecutive numbers, after those of the shorter ones.
    let offset = 0;
    let before = 0;
    for (const count of counts) {
      offset = offset * 2 + this.take(1);
      if (offset < count) return symbols[before + offset];
      offset -= count;
      before += count;
    }
    throw new Damaged();
  }
}

/** Bytes that are written one after the other. */
class Output {
  /** @param {number} size */
  constructor(size) {
    this.bytes = new Uint8Array(size);
    this.end = 0;
  }

  /** @param {number} byte */
  write(byte) {
    if (this.end === this.bytes.length) throw new Damaged();
    this.bytes[this.end] = byte;
    this.end += 1;
  }

  /**
   * @param {number} length
   * @param {number} distance which may be less than the length: the match then goes on in what it writes
   */
  repeat(length, distance) {
    if (distance > this.end) throw new Damaged();
    for (let left = length; left > 0; left -= 1) this.write(this.bytes[this.end - distance]);
  }
}

/**
 * @param {Uint8Array} packed by `gzip.compress` of Python, whose header has neither a name nor a comment
 * @returns {Uint8Array}
 * @throws {Damaged}
 */
function inflate(packed) {
  const [first, second, method, flags] = packed;
  const trailer = packed.length - GZIP_TRAILER;
  if (first !== 0x1f || second !== 0x8b || method !== 8 || flags || trailer < GZIP_HEADER) throw new Damaged();
  const said = new DataView(packed.buffer, packed.byteOffset + trailer);
  const size = said.getUint32(4, true);
  if (size > packed.length * MOST_PACKED) throw new Damaged();
  const output = new Output(size);
  readBlocks(new Bits(packed.subarray(GZIP_HEADER, trailer)), output);
  if (output.end !== size || checksum(output.bytes) !== said.getUint32(0, true)) throw new Damaged();
  return output.bytes;
}

/**
 * @param {Bits} bits
 * @param {Output} output
 */
function readBlocks(bits, output) {
  for (let isLast = false; !isLast; ) {
    isLast = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 0) readStored(bits, output);
    else if (kind === 1) readMatches(bits, output, ...fixedCodes());
    else if (kind === 2) readMatches(bits, output, ...writtenCodes(bits));
    else throw new Damaged();
  }
}

/**
 * @param {Bits} bits
 * @param {Output} output
 */
function readStored(bits, output) {
  // It begins at a whole byte.
  bits.take(bits.count);
  const length = bits.take(16);
  if (bits.take(16) !== (length ^ 0xffff)) throw new Damaged();
  for (let left = length; left > 0; left -= 1) output.write(bits.byte());
}

/**
 * @param {Bits} bits
 * @param {Output} output
 * @param {Code} literals bytes, the end of the block, and lengths of matches
 * @param {Code} distances
 */
function readMatches(bits, output, literals, distances) {
  for (let symbol = bits.symbol(literals); symbol !== END_OF_BLOCK; symbol = bits.symbol(literals)) {
    if (symbol < END_OF_BLOCK) output.write(symbol);
    else {
      const length = valueOf(bits, MATCH_LENGTHS[symbol - END_OF_BLOCK - 1]);
      output.repeat(length, valueOf(bits, MATCH_DISTANCES[bits.symbol(distances)]));
    }
  }
}

/** @returns {[Code, Code]} the codes of RFC 1951, 3.2.6 */
function fixedCodes() {
  const lengths = [...Array(288).keys()].map((symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8));
  return [codeOf(lengths), codeOf(Array(30).fill(5))];
}

/**
 * @param {Bits} bits
 * @returns {[Code, Code]} the codes that a block begins with: RFC 1951, 3.2.7
 */
function writtenCodes(bits) {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const lengthsOfLengths = Array(LENGTHS_ORDER.length).fill(0);
  const written = LENGTHS_ORDER.slice(0, bits.take(4) + 4);
  for (const length of written) lengthsOfLengths[length] = bits.take(3);
  const lengths = readLengths(bits, codeOf(lengthsOfLengths), literals + distances);
  return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))];
}

/**
 * @param {Bits} bits
 * @param {Code} code
 * @param {number} count
 * @returns {number[]}
 */
function readLengths(bits, code, count) {
  /** @type {number[]} */
  const lengths = [];
  while (lengths.length < count) {
    const symbol = bits.symbol(code);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...Array(3 + bits.take(2)).fill(lengths[lengths.length - 1] || 0));
    else lengths.push(...Array(symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)).fill(0));
  }
  return lengths;
}

/**
 * @param {number[]} lengths of the code of each symbol; 0 is none
 * @returns {Code}
 */
function codeOf(lengths) {
  const counts = Array(15).fill(0);
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol]);
  for (const symbol of symbols) counts[lengths[symbol] - 1] += 1;
  symbols.sort((one, other) => lengths[one] - lengths[other] || one - other);
  return { counts, symbols };
}

/**
 * @param {number} least
 * @param {number[]} bits
 * @returns {{ first: number, bits: number }[]} what each code begins at, when each takes up what its bits can say
 */
function starts(least, bits) {
  let next = least;
  return bits.map((count) => {
    const first = next;
    next += 1 << count;
    return { first, bits: count };
  });
}

/**
 * @param {Bits} bits
 * @param {{ first: number, bits: number } | undefined} start
 * @returns {number}
 */
function valueOf(bits, start) {
  if (!start) throw new Damaged();
  return start.first + bits.take(start.bits);
}

/**
 * @param {Uint8Array} bytes
 * @returns {number} their CRC-32
 */
function checksum(bytes) {
  const table = [...Array(256).keys()].map((byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  let sum = -1;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 0xff];
  return ~sum >>> 0;
}
