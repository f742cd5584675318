/** What came over the line is unknown until it is looked at. */
export type Unknown = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null
