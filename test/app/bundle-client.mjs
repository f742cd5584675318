import { fileURLToPath } from 'node:url'
import { bundleClient } from '../../bot/web/client/bundle.mjs'

/** Once a run: the script of the chat page, where a server that runs from the sources looks for it (ignored by git). */
export default async function bundleForTests() {
  await bundleClient(fileURLToPath(new URL('../../bot/web/assets/client.js', import.meta.url)))
}
