import { atOnce, oneByOne, tap, text, voice, type Script } from './person.js'

const MINUTE = 60_000
const start = oneByOne(text('hallo'), tap('lang:nl'))
const toCard = [...start, ...oneByOne(tap('meeting'), tap('coffee'), text('1013'))]
const again = (script: Script, ...after: readonly number[]): Script => script.map(line => ({ ...line, again: after }))
const heldBack = (script: Script, heldFor: number): Script => script.map(line => ({ ...line, heldFor }))

/** Conversations whose every call to the outside is cut off once, each with a sentence as name. */
export const scripts: Readonly<Record<string, Script>> = {
  'by taps to a card, and all of a place': [...toCard, ...oneByOne(tap('show:contact-jordaan'), text('dank u'))],
  'three messages at once, from nothing': atOnce(text('hallo'), text('ik heb schulden'), text('1013')),
  'three messages at once, in the middle': [
    ...start,
    ...atOnce(text('ik heb schulden'), text('in de Jordaan'), text('bedankt')),
  ],
  'every message comes three times': again([...start, ...oneByOne(text('ik wil koffie drinken in 1013'))], 40, 9_000),
  'a wipe in the middle, and what came before comes again': [
    ...again(start, 5 * MINUTE),
    ...again(oneByOne(tap('meeting'), text('wis alles')), 6 * MINUTE),
    ...oneByOne(text('hallo')),
  ],
  'danger in the middle': [...start, ...again(oneByOne(tap('meeting'), text('mijn man slaat mij')), 7 * MINUTE)],
  'danger together with others, and on with it': [
    ...start,
    ...atOnce(tap('meeting'), text('mijn man slaat mij'), text('1013')),
    ...oneByOne(text('0')),
  ],
  'a minor says so': [
    ...again(start, 3 * MINUTE),
    ...again(oneByOne(text('ik ben 15 en heb ruzie thuis'), text('Slotermeer')), 9 * MINUTE),
  ],
  'three that waited eleven minutes': [
    ...start,
    ...heldBack(atOnce(text('een'), text('twee'), text('drie')), 11 * MINUTE),
    ...oneByOne(tap('meeting')),
  ],
  'a long answer in two parts, and the next question at once': [
    ...start,
    ...atOnce(tap('show:contact-jordaan'), tap('where:contact-jordaan'), text('dank u')),
  ],
  'a picture, a voice note and a word': [...start, ...atOnce(voice, voice), ...oneByOne(text('1'))],
}
