import type { Ledger } from '../definition/ledger.ts'
import type { Data } from '../record.ts'
import type { Fault } from '../refusal.ts'
import type { Scope } from '../scope.ts'
import type { World } from '../world.ts'

/**
 * A deputy's account writes in nobody else's name: where an item is about one deputy (a field of one name), it is himself. Out: a fault (422) at each such
 * field that names another. What he signs together with others has a field of several names.
 */
export function ownFaults(ledger: Ledger, given: Data, scope: Scope, world: World, path: string): Fault[] {
  if (scope.office.kind !== 'deputy' || scope.system) return []
  const own = world.offices.find(({ kind, id }) => kind === 'deputy' && id === scope.office.id)?.name.zh
  return Object.entries(given).flatMap(([key, value]): Fault[] => {
    const field = ledger.fields[key]
    if (field?.kind !== 'deputies' || field.max !== 1 || !Array.isArray(value) || value.length === 0 || value[0] === own) return []
    const message = {
      zh: `${field.label.zh}只能是您本人（${own ?? scope.name}）；别的代表由他本人或乡镇登记。`,
      en: `${field.label.en} can only be yourself (${own ?? scope.name}); other deputies are entered by themselves or their township.`,
    }
    return [{ path: `${path}.${key}`, code: 'bad', message }]
  })
}
