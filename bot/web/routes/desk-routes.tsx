import express, { Router } from 'express'
import { z } from 'zod'
import type { Suggestion } from '../../../services/referrals/referral.js'
import type { Danger } from '../../../services/safety/danger.js'
import { cardView } from '../../rendering/card-view.js'
import { renderMessage } from '../../rendering/render-message.js'
import type { MessageView } from '../../rendering/message-view.js'
import { safetyMessage } from '../../turn/decide.js'
import type { DeskResult } from '../desk-card.js'
import { DeskPage, type DeskAnswer } from '../desk-page.js'
import { QUERY_LIMIT } from '../desk-search.js'
import { renderPage } from '../page.js'
import { directionOf, pageLanguages, type Site } from './site.js'

export interface DeskParts {
  readonly site: Site
  readonly lookUp: (line: string, now: number) => readonly Suggestion[]
  readonly checkDanger: (line: string) => Danger
}

const formSchema = z.object({ query: z.string().default(''), language: z.string().default('') })

/** The volunteer's search (I1). The line comes by post, is used once and stands nowhere but in the answer (I6). */
export function deskRoutes(parts: DeskParts): Router {
  const router = Router()
  router.get('/balie', (_request, response) => {
    response.type('html').send(deskPage(parts, '', null, { type: 'start' }, null))
  })
  router.post('/balie', express.urlencoded({ extended: false, limit: 16_384 }), (request, response) => {
    const form = formSchema.safeParse(request.body)
    const line = form.success ? form.data.query.slice(0, QUERY_LIMIT).trim() : ''
    const language =
      form.success && parts.site.table.isOffered(form.data.language) && form.data.language !== 'nl'
        ? form.data.language
        : null
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(search(parts, line, language))
  })
  return router
}

function search(parts: DeskParts, line: string, language: string | null): string {
  if (line === '') return deskPage(parts, '', language, { type: 'start' }, null)
  const danger = parts.checkDanger(line)
  const safety = danger.type === 'danger' ? safetyMessage('nl', { ...danger, type: 'card', about: 'other' }) : null
  const view = safety ? renderMessage(safety, parts.site.renderSources()) : null
  const results = parts.lookUp(line, parts.site.clock()).flatMap(found => resultOf(parts.site, found, language))
  return deskPage(parts, line, language, results.length > 0 ? { type: 'found', results } : { type: 'empty' }, view)
}

function resultOf(site: Site, found: Suggestion, language: string | null): readonly DeskResult[] {
  const ref = { ...found, topic: 'talk-to-human' } as const
  const sources = { ...site, snapshot: site.live().snapshot, now: site.clock() }
  const dutch = cardView(ref, 'nl', sources)
  const own = language ? cardView(ref, language, sources) : null
  const row = pageLanguages(site).find(({ code }) => code === language)
  if (!dutch) return []
  return [
    { dutch, own: own && row ? { card: own, language: { ...row, direction: directionOf(site, row.code) } } : null },
  ]
}

function deskPage(
  { site }: DeskParts,
  query: string,
  language: string | null,
  answer: DeskAnswer,
  safety: MessageView | null,
): string {
  return renderPage(
    <DeskPage
      words={site.staffWords}
      name={site.texts.text('web.title', 'nl')}
      assets={site.staffAssets}
      example={site.example ? site.texts.text('web.example', 'nl') : null}
      query={query}
      language={language}
      languages={pageLanguages(site)}
      token=""
      answer={answer}
      safety={safety}
    />,
  )
}
