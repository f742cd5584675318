import { ISLAND_ID } from './island.js'

/**
 * Data for the script of the page. Nothing in it can end the element or begin a tag: every `<` is written as an escape, and
 * so are the two line ends that old script readers trip over.
 */
export const DataIsland = ({ data }: { data: unknown }) => (
  <script id={ISLAND_ID} type="application/json" dangerouslySetInnerHTML={{ __html: asInertJson(data) }} />
)

const asInertJson = (data: unknown): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
