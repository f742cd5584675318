import { checkExample } from './check-example.js'
import { checkForbiddenWords } from './check-forbidden-words.js'
import { checkGazetteer } from './check-gazetteer.js'
import { checkKeys } from './check-keys.js'
import { checkLabels } from './check-labels.js'
import { checkLanguages } from './check-languages.js'
import { checkLength } from './check-length.js'
import { checkOpening } from './check-opening.js'
import { checkPlaceholders } from './check-placeholders.js'
import { checkQuestions } from './check-questions.js'
import { checkRecords } from './check-records.js'
import { checkReferences } from './check-references.js'
import { checkScript } from './check-script.js'
import type { Issue } from './issue.js'
import type { CheckSubject } from './subject.js'

/**
 * Every problem in the content, the same list for the build, the editor's screen and an import (K4). Empty when all is well;
 * a `critical` one stops a publish and a start. Pure but for the lists of forbidden words, which are read from their file.
 */
export function checkContent(subject: CheckSubject): readonly Issue[] {
  const { pack, ambiguousNames = [] } = subject
  return [
    ...checkLanguages(subject),
    ...checkKeys(subject),
    ...checkPlaceholders(subject),
    ...checkLength(subject),
    ...checkQuestions(subject),
    ...checkOpening(subject),
    ...checkForbiddenWords(subject),
    ...checkLabels(subject),
    ...checkScript(subject),
    ...checkReferences(pack),
    ...checkRecords(pack),
    ...checkExample(pack),
    ...checkGazetteer(pack.gazetteer, ambiguousNames),
  ]
}
