import { conditionSentence } from '../../shared/definition/describe.ts'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Paper } from '../../shared/definition/paper.ts'
import { type Label, labelled } from '../../shared/names.ts'
import { presses } from '../../shared/papers/fill.ts'
import type { Source } from '../../shared/papers/source.ts'
import { concerns } from '../../shared/papers/whose.ts'
import type { LedgerRecord } from '../../shared/record.ts'
import { notAfter, notBecause, notForYou, notNow, notPressing } from '../../shared/words/papers.ts'

/**
 * Why a paper that does not fit a record cannot be made of it: that it is for others, its state, a step that was not taken, no reason to urge, or
 * what must hold besides.
 */
export function whyNot(
  paper: Paper,
  ledger: Ledger,
  record: LedgerRecord,
  today: string,
  around?: Pick<Source, 'kin' | 'scope' | 'world'>,
): Label {
  if (around && !concerns(paper, { ...around, ledger, record })) return notForYou(paper.label)
  const { label, phase } = ledger.states[record.state] ?? {}
  const over = phase === 'done' || phase === 'void'
  const now = notNow(paper.label, labelled(label, record.state), over)
  if (!(paper.in?.includes(record.state) ?? phase !== 'void')) return now
  if (paper.after && !paper.after.some((step) => record.took[step]))
    return notAfter(paper.label, eitherOf(paper.after.map((step) => labelled(ledger.transitions[step]?.label, step))))
  if (paper.urges !== undefined && !presses(paper.urges, ledger, record, today)) return notPressing(paper.label)
  if (!paper.when || !around) return now
  const judged = { record, data: record.data, kin: around.kin, today, person: around.scope.person }
  return notBecause(paper.label, conditionSentence(ledger, paper.when, judged, around.world, around.scope))
}

const eitherOf = (steps: Label[]): Label => ({
  zh: steps.map(({ zh }) => zh).join('，也没有'),
  en: steps.map(({ en }) => en).join('” or “'),
})
