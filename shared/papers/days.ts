import { writeDay, writeRest } from '../deadline/days.ts'
import { explain } from '../deadline/why.ts'
import { openerOf } from '../definition/openers.ts'
import { hiddenFields } from '../engine/readers.ts'
import type { Source } from './source.ts'
import { officeOf } from './written.ts'

/** Of each duty that is owed: whose, which and until when (`title`); clause by clause why, and every day that was passed over or worked (`lines`). */
export function explainedDays(open: (field: string) => boolean, { ledger, records: [record], scope, world }: Source): Explained[] {
  if (!record) return []
  const hidden = hiddenFields(ledger, record, scope, world)
  const tells = (field: string | undefined) => field === undefined || (!hidden.includes(field) && open(field))
  return record.duties
    .filter(({ state, why }) => (state === 'open' || state === 'paused') && tells(why.anchor?.field.split('.')[0]))
    .map((duty) => {
      const start = openerOf(ledger, duty.key)
      const clauses = explain(duty, 'zh', { fields: ledger.fields, ...(start ? { start } : {}) })
      const days = [
        { label: '跳过的休息日', days: duty.why.skipped },
        { label: '算作工作日的调休日', days: duty.why.worked ?? [] },
      ].filter((each) => each.days.length > 0)
      const whose = officeOf(world.offices, duty.holder.kind, duty.holder.id) ?? ''
      return {
        title: `${whose}${ledger.duties[duty.key]?.label.zh ?? ''}：${duty.dueOn === null ? '不定期限' : writeDay(duty.dueOn, 'zh')}`,
        lines: [
          `${clauses.join('；')}。`,
          ...days.map(
            ({ label, days: each }) =>
              `${label}：${each.map(({ day, name }) => `${writeDay(day, 'zh', { weekday: false })}${writeRest(name, 'zh')}`).join('、')}。`,
          ),
        ],
      }
    })
}

type Explained = { title: string; lines: string[] }
