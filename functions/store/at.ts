import { prefix } from './keys.ts'
import { systemScope } from './system-scope.ts'

/** A partition key of the county that the present work is for: `duban#P#p1`. Parts come from ids, digests and addresses, which hold no `#` but at their end. */
export function at(...parts: string[]): string {
  return [prefix(systemScope()), ...parts].join('#')
}
