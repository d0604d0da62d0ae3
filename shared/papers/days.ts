import { writeDay, writeRest } from '../deadline/days.ts'
import { explain } from '../deadline/why.ts'
import type { Ledger } from '../definition/ledger.ts'
import type { Duty } from '../duty.ts'
import { hiddenFields } from '../engine/readers.ts'
import type { LedgerEvent } from '../event.ts'
import type { Source } from './source.ts'
import { stepName } from './tables.ts'
import { close, officeOf } from './written.ts'

/** Of each duty that is owed: whose, which and until when (`title`); clause by clause why, and every day that was passed over or worked (`lines`). */
export function explainedDays(open: (field: string) => boolean, source: Source): Explained[] {
  const { ledger, records, events, scope, world } = source
  const [record] = records
  if (!record) return []
  const hidden = hiddenFields(ledger, record, scope, world)
  const tells = (field: string | undefined) => field === undefined || (!hidden.includes(field) && open(field))
  return record.duties
    .filter(({ state, why }) => (state === 'open' || state === 'paused') && tells(why.anchor?.field.split('.')[0]))
    .map((duty) => {
      const [, ...clauses] = explain(duty, 'zh', { fields: fieldsOf(source) })
      const days = [
        { label: '跳过的休息日', days: duty.why.skipped },
        { label: '算作工作日的调休日', days: duty.why.worked ?? [] },
      ].filter((each) => each.days.length > 0)
      const whose = officeOf(world.offices, duty.holder.kind, duty.holder.id) ?? ''
      return {
        title: `${whose}${ledger.duties[duty.key]?.label.zh ?? ''}：${duty.dueOn === null ? '不定期限' : writeDay(duty.dueOn, 'zh')}`,
        lines: [
          `${[...beginning(ledger, duty, events), ...clauses]
            .map(close)
            .join('；')
            .replace(/规定0(个工作日|天)/, '规定当日')}。`,
          ...days.map(
            ({ label, days: each }) =>
              `${label}：${each.map(({ day, name }) => `${writeDay(day, 'zh', { weekday: false })}${writeRest(name, 'zh')}`).join('、')}。`,
          ),
        ],
      }
    })
}

type Explained = { title: string; lines: string[] }

/** What happened that the duty came of, and when; where its days are counted from there, that they are. */
function beginning(ledger: Ledger, { id, openedOn, why }: Duty, events: LedgerEvent[]): string[] {
  const opener = events.findLast(({ opened }) => opened?.some((each) => each.id === id))
  const what = opener && stepName(ledger, opener.transition)
  if (why.length === null || why.anchor) return what ? [`${writeDay(openedOn, 'zh')}${what}`] : []
  return [`自${writeDay(openedOn, 'zh')}${what ?? ''}之日起算`]
}

/** The fields by which a day is named, those of the item that it belongs to among them. */
function fieldsOf({ ledger, kin, ledgers }: Source): Ledger['fields'] {
  const above = (kin.parent && ledgers.get(kin.parent.ledger)?.fields) ?? {}
  return { ...ledger.fields, ...Object.fromEntries(Object.entries(above).map(([key, field]) => [`parent.${key}`, field])) }
}
