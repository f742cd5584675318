import type { Witness } from './witness.js'

interface Visit {
  readonly id: string
  readonly at: number
  readonly arrival: number
  readonly danger: boolean
}

/**
 * Sees in which order one process answers those of one conversation who waited together: danger first, then by the
 * platform's time, then by arrival (O1).
 */
export class WaitingRoom {
  readonly #witness: Witness
  readonly #waiting = new Map<string, Visit[]>()
  readonly #together = new Map<string, Visit[]>()
  #arrivals = 0

  constructor(witness: Witness) {
    this.#witness = witness
  }

  arrived(key: string, visit: Omit<Visit, 'arrival'>): void {
    this.#arrivals += 1
    const waiting = this.#waiting.get(key) ?? []
    waiting.push({ ...visit, arrival: this.#arrivals })
    this.#waiting.set(key, waiting)
  }

  /** A turn begins. Who is here when the first of a batch begins, waited together. */
  began(key: string): void {
    if ((this.#together.get(key) ?? []).length > 0) return
    this.#together.set(key, this.#waiting.get(key) ?? [])
    this.#waiting.set(key, [])
  }

  answered(key: string, ids: readonly string[]): void {
    for (const id of ids) {
      const visit = this.#leaves(key, id)
      const overtaken = visit && this.#together.get(key)?.find(other => goesBefore(other, visit))
      if (overtaken) this.#witness.violation(`out of order: ${id} was answered before ${overtaken.id}, which waited`)
    }
  }

  failed(key: string, id: string): void {
    this.#leaves(key, id)
  }

  #leaves(key: string, id: string): Visit | undefined {
    const together = this.#together.get(key) ?? []
    const place = together.findIndex(visit => visit.id === id)
    return place === -1 ? undefined : together.splice(place, 1)[0]
  }
}

function goesBefore(a: Visit, b: Visit): boolean {
  if (a.danger !== b.danger) return a.danger
  return a.at < b.at || (a.at === b.at && a.arrival < b.arrival && a.id !== b.id)
}
