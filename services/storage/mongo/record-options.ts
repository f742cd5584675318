/** Of every kind of record: fields we named and no others, and nothing made behind our back. */
export const recordOptions = (collection: string) =>
  ({
    collection,
    strict: 'throw',
    strictQuery: 'throw',
    versionKey: false,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  }) as const
