import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Moved } from '../../shared/engine/moved.ts'
import type { Label } from '../../shared/names.ts'
import type { Fault } from '../../shared/refusal.ts'
import type { Scope } from '../../shared/scope.ts'
import { personById } from '../store/people.ts'

/**
 * Persons whom a move newly names must have an account that is in use, at the kind of office that the field names; every fault at once. What the engine
 * carries over by itself was judged when it was given.
 */
export async function personFaults(scope: Scope, ledger: Ledger, { event }: Moved, path: string): Promise<Fault[]> {
  if (scope.system) return []
  const named = Object.entries(event.changes).flatMap(([key, { old, new: now }]) => {
    const field = ledger.fields[key]
    return field?.kind === 'person' && typeof now === 'string' && now !== old ? [{ key, id: now, of: field.of }] : []
  })
  const judged = await Promise.all(
    named.map(async ({ key, id, of }): Promise<Fault[]> => {
      const person = id === scope.person ? scope : await personById('system', id)
      const message = !person || ('disabled' in person && person.disabled) ? nobody : person.office.kind === of ? null : elsewhere(of)
      return message ? [{ path: `${path}.${key}`, code: 'bad', message }] : []
    }),
  )
  return judged.flat()
}

const nobody: Label = {
  zh: '没有这个人，或他的账号已停用。请在名单里选一个人。',
  en: 'There is no such person, or the account is disabled. Choose somebody from the list.',
}

const kinds = {
  county: { zh: '县里', en: 'the county office' },
  township: { zh: '乡镇', en: 'a township' },
  unit: { zh: '承办单位', en: 'a handling unit' },
  deputy: { zh: '代表', en: 'the deputies' },
}

function elsewhere(of: keyof typeof kinds): Label {
  return { zh: `请选${kinds[of].zh}的人。`, en: `Choose somebody of ${kinds[of].en}.` }
}
