import { z } from 'zod'
import { gazetteerSchema } from './area.js'
import { organisationSchema, recordSchema } from './record.js'

/**
 * One city's content: who runs the service, its areas, records and colours. A pack is a folder under `content/packs/`
 * with `pack.json`, `gazetteer.json`, `organisations.json`, `records.json` and optionally `theme.css`.
 */
export const packInfoSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** City or region that the opening names. */
  city: z.string(),
  /** The organisation truly responsible, named in the opening (A3); null in a demonstration. */
  runBy: z.string().nullable(),
  paidBy: z.string().nullable(),
  /** Whether the municipality itself runs it; only then may the opening say so. */
  municipal: z.boolean(),
  /** Example data: marked in every card and refused in production (K6). */
  example: z.boolean(),
  /** Record that receives whoever fits nowhere else (F13): a general human contact that is always in the directory. */
  generalContact: z.string(),
})
export type PackInfo = z.infer<typeof packInfoSchema>

export const packSchema = z.strictObject({
  info: packInfoSchema,
  gazetteer: gazetteerSchema,
  organisations: z.array(organisationSchema),
  records: z.array(recordSchema),
  themeCss: z.string(),
})
export type Pack = z.infer<typeof packSchema>
