import { type Lang, labelled } from '../../shared/names.ts'
import { holding } from '../../shared/post.ts'
import { lastLiaison } from '../../shared/words/addresses.ts'
import { silenced } from '../mail/recipients.ts'
import { countHeld } from '../store/duties.ts'
import { listPeople, type Person } from '../store/people.ts'
import { systemScope } from '../store/system-scope.ts'
import { world } from '../world.ts'
import { officeOf } from './account.ts'

/** What an office owes when this account is disabled, and the warning where nobody else there would be told of it as its liaison. */
export async function leavesBehind({ id, office, disabled }: Person, lang: Lang): Promise<{ owes: number; warning?: string }> {
  if (office.kind === 'deputy' || disabled) return { owes: 0 }
  const holder = office.kind === 'county' ? { kind: office.kind, id: 'county' } : office
  const [owes, people, { offices }] = await Promise.all([countHeld(systemScope(), holder), listPeople('system'), world()])
  const others = people.filter(
    (person) =>
      person.id !== id &&
      person.office.kind === office.kind &&
      person.office.id === office.id &&
      person.role !== 'leader' &&
      !person.disabled &&
      !silenced(person),
  )
  const left = holding('liaison', others)
  if (owes === 0 || (left.people.length > 0 && !left.instead)) return { owes }
  const name = labelled(officeOf(office, offices)?.name, office.id)
  return { owes, warning: lastLiaison(name, owes, left.people.length > 0)[lang] }
}
