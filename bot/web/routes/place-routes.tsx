import { createHash } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { ReferralTopic } from '../../../content/vocabulary.js'
import type { DirectoryRecord } from '../../../content/schema/record.js'
import { freshness } from '../../../services/referrals/freshness.js'
import { dateWords } from '../../rendering/moment-words.js'
import { CALENDAR_TYPE, calendarFile } from '../calendar-file.js'
import { renderPage } from '../page.js'
import { PlacePage, type PlaceNotice } from '../place-page.js'
import { placeHref, printHref } from '../place-links.js'
import type { ShowCardView } from '../show-card.js'
import { languageName } from '../../../content/texts.js'
import { baseOf, languageOf, publicCard } from './public-card.js'
import { directionOf, frameOf, type Site } from './site.js'

export interface PlaceParts {
  readonly site: Site
  readonly proposeLanguage: (header: string | undefined) => string | null
  /** What the conversation of this browser looks for; null where there is none. The address never tells it. */
  readonly topicChosen: (request: Request) => Promise<ReferralTopic | null>
}

/** The public page of a record, and its calendar entry (A10, F14). Nothing is kept. */
export function placeRoutes({ site, proposeLanguage, topicChosen }: PlaceParts): Router {
  const router = Router()
  router.get('/plek/:id/afspraak.ics', (request, response) => sendCalendar(site, request, response))
  router.get('/plek/:id', async (request, response) => {
    const language = languageOf(site, request, proposeLanguage)
    sendPlace(site, request, response, language, (await topicChosen(request)) ?? 'talk-to-human')
  })
  return router
}

function sendPlace(
  site: Site,
  request: Request<{ id: string }>,
  response: Response,
  language: string,
  topic: ReferralTopic,
): void {
  const now = site.clock()
  const record = site.live().snapshot.records.get(request.params.id) ?? null
  const card = record && publicCard(site, record.id, language)
  const page = (
    <PlacePage
      {...frameOf(site, language)}
      path={`/plek/${encodeURIComponent(request.params.id)}`}
      backHref={`/?lang=${language}`}
      notice={record ? noticeOf(site, record, language, now) : { text: site.texts.text('place.not-found', language) }}
      card={card}
      show={card ? showOf(site, topic, language) : null}
      printHref={card ? printHref(card.record, language) : null}
      calendarHref={record && card && opensAt(site, record) ? `/plek/${record.id}/afspraak.ics?lang=${language}` : null}
      qr={
        card
          ? {
              src: `/plek/${card.record}/qr.svg?lang=${language}`,
              address: `${baseOf(site, request)}${placeHref(card.record, language)}`,
            }
          : null
      }
    />
  )
  response
    .status(card ? 200 : record ? 410 : 404)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(renderPage(page))
}

/** What must be read first: closed, paused until a day, replaced by another (L5, F11). */
function noticeOf(site: Site, record: DirectoryRecord, language: string, now: number): PlaceNotice | null {
  const { texts } = site
  const successor = record.replacedBy ? site.live().snapshot.records.get(record.replacedBy) : undefined
  if (successor) {
    return {
      text: texts.text('place.replaced', language),
      successor: { label: successor.name, href: placeHref(successor.id, language) },
    }
  }
  switch (freshness(record, now)) {
    case 'fresh':
    case 'call-first':
      return null
    case 'paused': {
      const until = record.pausedUntil
      return {
        text: until
          ? texts.text('place.paused', language, { date: dateWords(texts, until, language) })
          : texts.text('place.closed', language),
      }
    }
    case 'closed':
      return { text: texts.text('place.closed', language) }
    case 'ended':
    case 'hidden':
      return { text: texts.text('place.not-found', language) }
  }
}

/** Only what the resident chose: her topic, and her language (F14). */
function showOf(site: Site, topic: ReferralTopic, language: string): ShowCardView {
  const say = (inLanguage: string) => [
    site.texts.text(`show.${topic}`, inLanguage),
    ...(language === 'nl'
      ? []
      : [site.texts.text('show.speak', inLanguage, { language: languageName(site.texts, language, inLanguage) })]),
  ]
  return { language, direction: directionOf(site, language), own: say(language), dutch: say('nl') }
}

function opensAt(site: Site, record: DirectoryRecord): { from: number; until: number } | null {
  const now = site.clock()
  const opening = site.openings.nextOpening(record.schedule, now)
  return opening.type === 'open' || opening.type === 'opens' ? opening : null
}

/** A reminder on the resident's own phone, with a neutral title; it keeps no contact here. */
function sendCalendar(site: Site, request: Request<{ id: string }>, response: Response): void {
  const record = site.live().snapshot.records.get(request.params.id)
  const language =
    typeof request.query['lang'] === 'string' && site.table.isOffered(request.query['lang'])
      ? request.query['lang']
      : 'nl'
  const opening = record && publicCard(site, record.id, language) ? opensAt(site, record) : null
  if (!record || !opening) return void response.status(404).type('txt').send('')
  const file = calendarFile({
    uid: uidOf(record.id, opening.from),
    title: site.texts.text('calendar.title', language),
    location: record.where === 'unknown' ? '' : record.where.street,
    from: opening.from,
    until: opening.until,
    now: site.clock(),
  })
  response.set('Content-Disposition', 'attachment; filename="afspraak.ics"').type(CALENDAR_TYPE).send(file)
}

/** The same visit is the same entry; the name of the place stays out of it, as it may tell the topic. */
const uidOf = (record: string, from: number): string =>
  `${createHash('sha256').update(`${record} ${from}`).digest('hex').slice(0, 32)}@voordeur`
