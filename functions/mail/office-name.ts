import type { Holder } from '../../shared/duty.ts'
import { type Label, labelled } from '../../shared/names.ts'
import { mailWords } from '../../shared/words/mail.ts'
import type { World } from '../../shared/world.ts'

/** What an office is called in mails. Deputies and persons are not named there. */
export function officeName(world: World, holder: { kind: Holder['kind'] | 'system'; id: string }): Label {
  if (holder.kind === 'system') return mailWords.system
  if (holder.kind === 'deputy' || holder.kind === 'person') return mailWords.deputy
  const kindred = world.offices.filter((office) => office.kind === holder.kind)
  const office = holder.kind === 'county' ? kindred[0] : kindred.find(({ id }) => id === holder.id)
  return labelled(office?.name, holder.id)
}
