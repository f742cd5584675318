import type { Prompt } from '../engine/event.js'

/** Whether two prompts ask the same with the same options, in the same order. */
export const samePrompt = (a: Prompt, b: Prompt): boolean =>
  a.say.key === b.say.key && a.offers.map(({ id }) => id).join() === b.offers.map(({ id }) => id).join()
