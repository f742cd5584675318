import type { Dialogs } from './engine/prompt.js'

/** Every label that the dialogs' files name, with the pictogram before it or an empty string. */
export function offeredLabels(dialogs: Dialogs): readonly { readonly key: string; readonly icon: string }[] {
  return Object.values(dialogs).flatMap(({ steps }) =>
    Object.values(steps).flatMap(step => {
      if (step.type !== 'choose') return []
      const options = Object.values(step.options).map(({ label, icon = '' }) => ({ key: label, icon }))
      return step.skip?.label ? [...options, { key: step.skip.label, icon: '' }] : options
    }),
  )
}
