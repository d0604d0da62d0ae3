import { writeDay } from '../deadline/days.ts'
import { fieldName } from '../deadline/why.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import { hiddenFields } from '../engine/readers.ts'
import type { LedgerEvent } from '../event.ts'
import { type Beginning, because, restDays } from './because.ts'
import type { Source } from './source.ts'
import { stepName } from './tables.ts'
import { officeOf } from './written.ts'

/** Of each duty that is owed: whose, which and until when (`title`); why, and every day that was passed over (`lines`). */
export function explainedDays(open: (field: string) => boolean, source: Source): Explained[] {
  const { ledger, records, events, scope, world } = source
  const [record] = records
  if (!record) return []
  const hidden = hiddenFields(ledger, record, scope, world)
  const tells = (field: string | undefined) => field === undefined || (!hidden.includes(field) && open(field))
  return record.duties
    .filter(({ state, why }) => (state === 'open' || state === 'paused') && tells(why.anchor?.field.split('.')[0]))
    .map((duty) => {
      const whose = officeOf(world.offices, duty.holder.kind, duty.holder.id) ?? ''
      return {
        title: `${whose}${ledger.duties[duty.key]?.label.zh ?? ''}：${duty.dueOn === null ? '不定期限' : writeDay(duty.dueOn, 'zh')}`,
        lines: [
          because(duty, beginning(ledger, duty, events), (key) => fieldName(key, { fields: fieldsOf(source) }).zh),
          ...restDays(duty.why),
        ],
      }
    })
}

type Explained = { title: string; lines: string[] }

/** What happened that the duty came of: the step of that day; of what began before its item was entered, the field that tells when. */
function beginning(ledger: Ledger, { id, key, openedOn }: Duty, events: LedgerEvent[]): Beginning {
  const opener = events.findLast(({ opened }) => opened?.some((each) => each.id === id))
  if (opener && opener.on === openedOn) return { what: stepName(ledger, opener.transition) }
  const told = ledger.import?.duties?.find(({ duty }) => duty === key)?.opened.slice(1)
  return opener && told ? { named: ledger.fields[told]?.label.zh } : {}
}

/** The fields by which a day is named, those of the item that it belongs to among them. */
function fieldsOf({ ledger, kin, ledgers }: Source): Ledger['fields'] {
  const above = (kin.parent && ledgers.get(kin.parent.ledger)?.fields) ?? {}
  return { ...ledger.fields, ...Object.fromEntries(Object.entries(above).map(([key, field]) => [`parent.${key}`, field])) }
}
