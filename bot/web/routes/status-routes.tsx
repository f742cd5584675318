import { Router } from 'express'
import type { Jobs } from '../../../services/jobs/jobs.js'
import { localTime } from '../../../services/schedule/local-time.js'
import { renderPage } from '../page.js'
import { StatusPage, type JobRow, type NumberRow } from '../status-page.js'
import type { Site } from './site.js'

export interface StatusParts {
  readonly site: Site
  readonly jobs: Jobs
  /** When the timer calls a job next, epoch milliseconds; null when it is not planned. */
  readonly nextRun: (job: string) => number | null
  readonly numbersToCheck: () => readonly NumberRow[]
}

/** What runs by itself and whether it went well (L8). */
export function statusRoutes(parts: StatusParts): Router {
  const { site, jobs } = parts
  const router = Router()
  router.get('/status', async (_request, response) => {
    const rows = await Promise.all(jobs.all.map(({ name }) => rowOf(parts, name)))
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(
        renderPage(
          <StatusPage
            words={site.staffWords}
            name={site.texts.text('web.title', 'nl')}
            assets={site.staffAssets}
            example={site.example ? site.texts.text('web.example', 'nl') : null}
            contentVersion={site.live().snapshot.version}
            jobs={rows}
            numbersToCheck={parts.numbersToCheck()}
          />,
        ),
      )
  })
  return router
}

async function rowOf({ jobs, nextRun }: StatusParts, name: string): Promise<JobRow> {
  const last = await jobs.lastRun(name)
  const next = nextRun(name)
  return {
    what: name,
    lastRun: last ? momentWords(last.at) : null,
    outcome: last?.outcome ?? 'never',
    detail: last?.detail ?? '',
    nextRun: next === null ? null : momentWords(next),
  }
}

const momentWords = (at: number): string =>
  localTime(at).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
