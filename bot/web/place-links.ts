/** How close the map opens: streets and house blocks can be read. */
const MAP_ZOOM = 17

/** Id of the part of a place's page that is shown at a desk. */
export const SHOW_CARD_ID = 'laat-zien'

/** The page of a place, in a language. */
export const placeHref = (record: string, language: string): string =>
  `/plek/${encodeURIComponent(record)}?lang=${encodeURIComponent(language)}`

/** The same facts on one sheet of paper. */
export const printHref = (record: string, language: string): string =>
  `/plek/${encodeURIComponent(record)}/print?lang=${encodeURIComponent(language)}`

/** A map on the web, for every device. It is told the place and nothing of who asks. */
export const mapHref = ([latitude, longitude]: readonly [number, number]): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=${MAP_ZOOM}/${latitude}/${longitude}`
