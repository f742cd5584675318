import type { DirectoryRecord } from '../../content/schema/record.js'
import type { Snapshot } from '../../content/snapshot.js'
import { newSession, type Session, type SessionPlace } from '../../dialogs/engine/session.js'
import type { Inbound } from './inbound.js'
import type { Resumed } from './session.js'

/**
 * The session with what a link or QR code preset (A10): the area, and the place that comes first. Who stands somewhere
 * already begins anew only with a link that is opened now, and never with the one she came by.
 */
export function withPreset(inbound: Inbound, { type, session }: Resumed, snapshot: Snapshot): Session {
  const { presetPlace, presetArea, content } = inbound
  const record = presetPlace === undefined ? null : linkedRecord(snapshot, presetPlace)
  if (record && (type !== 'resumed' || content.type === 'open') && session.first !== record.id) {
    const begun: Session = { ...newSession(session.version), minor: session.minor, first: record.id }
    return withArea(begun, areaPlace(snapshot, record.area))
  }
  const area = presetArea === undefined || session.place !== undefined ? null : snapshot.areas.get(presetArea)
  return withArea(session, area ? { area: area.id, position: area.position } : null)
}

/** The record a link is about: what came in its place, where it was replaced. Null for an id that is none. */
export function linkedRecord({ records }: Snapshot, id: string): DirectoryRecord | null {
  const record = records.get(id)
  return (record?.replacedBy ? records.get(record.replacedBy) : undefined) ?? record ?? null
}

/** What is for the whole city says nothing of where she is: then she is asked. */
function areaPlace({ areas }: Snapshot, id: string): SessionPlace | null {
  const area = areas.get(id)
  return area && area.level !== 'city' ? { area: area.id, position: area.position } : null
}

const withArea = (session: Session, place: SessionPlace | null): Session => (place ? { ...session, place } : session)
