import type { GateFault } from '../../shared/definition/gate.ts'
import type { Lang } from '../../shared/names.ts'
import { gateSentence } from '../../shared/words/gate.ts'
import { issueSentence } from './faults.ts'
import type { InputError } from './problem.ts'

/** Faults of the gate in the caller's language; what is said in it already stays. `given`: the definition. */
export function told(faults: GateFault[], given: unknown, lang: Lang): InputError[] {
  return faults.map(({ path, message, issue }) => {
    const sentence = gateSentence(message) ?? (issue && issueSentence(issue, given))
    return { path, message: sentence?.[lang] ?? message }
  })
}
