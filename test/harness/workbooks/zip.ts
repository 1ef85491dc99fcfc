import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, and where it lies about itself. Nothing set: an honest, deflated entry. */
export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array | string;
  /** The inflated size that the headers tell. */
  readonly size?: number;
  readonly crc?: number;
  /** 0 stored, 8 deflated, others are only claimed. */
  readonly method?: number;
  /** Bit 0: encrypted. */
  readonly flags?: number;
  /** Index of an earlier part whose bytes this entry names as its own. */
  readonly sameAs?: number;
  /** Sizes and place in the 64-bit extra field. */
  readonly zip64?: boolean;
}

export interface ZipShape {
  readonly comment?: Uint8Array;
  /** Bytes before the first entry, of which the offsets know nothing. */
  readonly before?: Uint8Array;
  /** How many entries the end of the directory tells of. */
  readonly count?: number;
}

const none32 = 0xffff_ffff;

/** A zip by hand, so that it can lie. */
export function zipOf(parts: readonly ZipPart[], { comment, before, count }: ZipShape = {}): Buffer {
  const locals: Buffer[] = before === undefined ? [] : [Buffer.from(before)];
  const central: Buffer[] = [];
  const placed: { readonly at: number; readonly packed: Buffer; readonly data: Buffer; readonly crc: number }[] = [];
  let offset = 0;
  for (const part of parts) {
    const earlier = part.sameAs === undefined ? undefined : placed[part.sameAs];
    const data = earlier?.data ?? Buffer.from(part.data);
    const packed = earlier?.packed ?? (part.method === 0 ? data : deflateRawSync(data, { level: 6 }));
    const name = Buffer.from(part.name);
    const at = earlier?.at ?? offset;
    const crc = part.crc ?? earlier?.crc ?? crc32(data);
    placed.push({ at, packed, data, crc });
    const told = { ...part, data, packed, name, at, crc };
    central.push(centralHeader(told));
    if (earlier !== undefined) continue;
    const local = Buffer.concat([localHeader(told), packed]);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE((count ?? parts.length) & 0xffff, 8);
  end.writeUInt16LE((count ?? parts.length) & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment?.length ?? 0, 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment ?? [])]);
}

type Told = Omit<ZipPart, 'data' | 'name'> & {
  readonly crc: number;
  readonly data: Buffer;
  readonly packed: Buffer;
  readonly name: Buffer;
  readonly at: number;
};

/** What both headers say alike: from the version needed to the length of the name. */
function shared(told: Told): Buffer {
  const { zip64 = false, flags = 0, method = 8, crc, size, data, packed, name } = told;
  const field = Buffer.alloc(26);
  field.writeUInt16LE(zip64 ? 45 : 20, 0);
  // Bit 11: names are UTF-8.
  field.writeUInt16LE(flags | 0x800, 2);
  field.writeUInt16LE(method, 4);
  field.writeUInt32LE(crc, 10);
  field.writeUInt32LE(zip64 ? none32 : packed.length, 14);
  field.writeUInt32LE(zip64 ? none32 : (size ?? data.length), 18);
  field.writeUInt16LE(name.length, 22);
  field.writeUInt16LE(zip64 ? 28 : 0, 24);
  return field;
}

function extra({ zip64 = false, size, data, packed, at }: Told): Buffer {
  if (!zip64) return Buffer.alloc(0);
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  field.writeBigUInt64LE(BigInt(size ?? data.length), 4);
  field.writeBigUInt64LE(BigInt(packed.length), 12);
  field.writeBigUInt64LE(BigInt(at), 20);
  return field;
}

const localHeader = (told: Told): Buffer =>
  Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), shared(told), told.name, extra(told)]);

function centralHeader(told: Told): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(told.zip64 === true ? none32 : told.at, 10);
  const magic = Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1');
  return Buffer.concat([magic, shared(told), tail, told.name, extra(told)]);
}
