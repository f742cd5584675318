import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { keyOf } from '../identity.js'
import type { Person } from '../person.js'
import { Bubble } from './bubble.js'

const shell = readFileSync(new URL('./phone.html', import.meta.url), 'utf8')

/** The whole page for one person's phone. Works without script; with it, new messages come by themselves. */
export function renderPhone(person: Person, people: readonly Person[]): string {
  const who = keyOf(person.identity)
  const others = renderToString(
    <>
      {people.map(({ identity }) => (
        <a href={`./?who=${keyOf(identity)}`} aria-current={keyOf(identity) === who || undefined}>
          {identity.name}
        </a>
      ))}
    </>,
  )
  return shell
    .replace('<!--people-->', () => others)
    .replace('<!--chat-->', () => renderChat(person))
    .replaceAll('{{who}}', who)
}

/** The messages alone. */
export const renderChat = ({ messages, identity }: Person): string =>
  renderToString(
    <>
      {messages.map(message => (
        <Bubble message={message} who={keyOf(identity)} />
      ))}
    </>,
  )
