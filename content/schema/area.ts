import { z } from 'zod'

/** Latitude and longitude in degrees, WGS 84. The bounds are the European Netherlands, so a swapped pair is refused. */
export const positionSchema = z.tuple([z.number().min(50.7).max(53.7), z.number().min(3.2).max(7.3)])
export type Position = z.infer<typeof positionSchema>

export const areaLevels = ['neighbourhood', 'district', 'city'] as const
export type AreaLevel = (typeof areaLevels)[number]

/** A neighbourhood, district or city. Areas nest by `parent`; `neighbours` border on it at the same level (F10). */
export const areaSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  level: z.enum(areaLevels),
  /** As it is written on signs; a proper name, never translated. */
  name: z.string().min(2),
  parent: z.string().nullable(),
  /** Postcodes that lie wholly or mostly here, four digits. */
  pc4: z.array(z.int().min(1000).max(9999)).default([]),
  /** Its centre. Where the source is `unverified`, the position is from memory and may be off by some hundred metres. */
  position: positionSchema,
  positionSource: z.string().min(2),
  /** Old, informal and foreign names, and common misspellings that no rule catches. */
  aliases: z.array(z.string()).default([]),
  neighbours: z.array(z.string()).default([]),
})
export type Area = z.infer<typeof areaSchema>

/** A four-digit postcode with its centre and the neighbourhood in which most of it lies. */
export const postcodeSchema = z.strictObject({
  pc4: z.int().min(1000).max(9999),
  area: z.string(),
  position: positionSchema,
  positionSource: z.string().min(2),
})
export type Postcode = z.infer<typeof postcodeSchema>

/** A square, street, market, station, mosque, park or shop that residents name instead of a neighbourhood. */
export const landmarkSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(2),
  aliases: z.array(z.string()).default([]),
  area: z.string(),
  position: positionSchema.optional(),
})
export type Landmark = z.infer<typeof landmarkSchema>

export const gazetteerSchema = z.strictObject({
  areas: z.array(areaSchema).min(1),
  postcodes: z.array(postcodeSchema),
  landmarks: z.array(landmarkSchema),
})
export type Gazetteer = z.infer<typeof gazetteerSchema>
