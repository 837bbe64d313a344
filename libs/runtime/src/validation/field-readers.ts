/** How the members of a JSON object become the fields of a request: by `@Type` and `@Transform`, as class-transformer keeps them. */
import { createRequire } from 'node:module';

export type Constructor = new () => object;

/** As little of class-transformer's storage as is read here: its package has no public way to it. */
interface Storage {
  findTypeMetadata(of: Constructor, field: string): { readonly typeFunction?: () => unknown } | undefined;
  findTransformMetadatas(of: Constructor, field: string, direction: number): readonly Transformation[];
}

interface Transformation {
  readonly transformFn: (given: {
    readonly value: unknown;
    readonly key: string;
    readonly obj: object;
    readonly type: number;
    readonly options: object;
  }) => unknown;
}

const { defaultMetadataStorage: storage } = createRequire(import.meta.url)(
  'class-transformer/cjs/storage.js',
) as {
  readonly defaultMetadataStorage: Storage;
};

const PLAIN_TO_CLASS = 0;

type Read = (value: unknown, members: object) => unknown;

export interface FieldReaders {
  /** @returns the value of a field; that of a member which is no field as it is. */
  readonly read: (field: string, value: unknown, members: object) => unknown;
}

/** @param readPart makes an instance of a part of a request. */
export const fieldReaders = (
  of: Constructor,
  fields: readonly string[],
  readPart: (part: Constructor, members: object) => object,
): FieldReaders => {
  const readers = new Map<string, Read>();
  for (const field of fields) {
    const type = storage.findTypeMetadata(of, field)?.typeFunction?.();
    const typed = type === undefined ? undefined : readerOf(type as Constructor, readPart);
    const transformations = storage.findTransformMetadatas(of, field, PLAIN_TO_CLASS);
    if (typed === undefined && transformations.length === 0) continue;
    readers.set(field, (value, members) => {
      let read = typed === undefined ? value : typed(value);
      for (const { transformFn } of transformations) {
        read = transformFn({ value: read, key: field, obj: members, type: PLAIN_TO_CLASS, options: {} });
      }
      return read;
    });
  }
  return {
    read: (field, value, members) => {
      const read = readers.get(field);
      return read === undefined ? value : read(value, members);
    },
  };
};

const readerOf = (
  type: Constructor,
  readPart: (part: Constructor, members: object) => object,
): ((value: unknown) => unknown) => {
  const one = (value: unknown): unknown => {
    if (value === null || value === undefined) return value;
    if (type === (Number as unknown)) return Number(value);
    return typeof value === 'object' ? readPart(type, value) : value;
  };
  const read = (value: unknown): unknown => (Array.isArray(value) ? value.map(read) : one(value));
  return read;
};
