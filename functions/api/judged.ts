import type { Ledger } from '../../shared/definition/ledger.ts'
import { askedBy } from '../../shared/engine/asked-by.ts'
import type { MayTake } from '../../shared/engine/may.ts'
import { hiddenFields } from '../../shared/engine/readers.ts'
import type { Scope } from '../../shared/scope.ts'
import type { World } from '../../shared/world.ts'
import { filesBrought, filesIn } from '../files/held.ts'
import type { ActLink } from '../mail/act-link.ts'
import { filesByIds } from '../store/files.ts'
import { readWhole } from '../store/records.ts'

/** What is told of an answer on a page without a session; offices and people stand on the record's own. */
const plain = ['text', 'choice', 'choices', 'date', 'number', 'yesno']

/** What the owner of a link is to judge by its act, as far as he may see it. */
export async function judgedOf(link: ActLink, scope: Scope, ledger: Ledger, act: MayTake, county: World) {
  const whole = await readWhole(scope, link.ledger, link.record)
  const said = whole && askedBy(ledger, whole.record, act, whole.events)
  if (!said) return undefined
  const hidden = hiddenFields(ledger, whole.record, scope, county)
  const answers = said.answers.flatMap(([key, value]) => {
    const field = ledger.fields[key]
    return field && plain.includes(field.kind) && !hidden.includes(key) ? [{ key, field, value }] : []
  })
  const shown = [...filesIn(ledger, whole.record.data, hidden), ...filesBrought(ledger, whole.events, hidden)]
  const files = (
    await filesByIds(
      scope,
      said.files.filter((id) => shown.includes(id)),
    )
  ).map(({ name }) => name)
  const label = ledger.transitions[said.step]?.label
  return label && answers.length + files.length > 0 ? { label, answers, files } : undefined
}
