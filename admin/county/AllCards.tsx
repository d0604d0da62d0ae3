import type { Ledger } from '../../shared/definition/ledger.ts'
import { usePanel } from '../panel.ts'
import type { CountyWords } from '../words/county.ts'
import { CardGrid, Signed, useOldest } from './Cards.tsx'
import { DIVIDED } from './CountLink.tsx'
import { FigureCard } from './FigureCard.tsx'
import { type Counts, draftsOf, openOf, useAll } from './figures.ts'
import { type Filter, listLink, statesIn } from './links.ts'
import { type Asked, countedAs } from './question.ts'

/** What is open, near due, overdue and closed over all ledgers; what all of them can be asked for has its list behind it. */
export function AllCards({ asked, words }: { asked: Asked; words: CountyWords }) {
  const { ledgers } = usePanel()
  const base: Filter = asked.year ? { year: asked.year } : {}
  const query = useAll(countedAs(asked))
  const oldest = useOldest(asked)
  const sum = (of: (counts: Counts, ledger: Ledger) => number) =>
    query.data && ledgers.reduce((all, ledger) => all + (query.data[ledger.key] ? of(query.data[ledger.key] as Counts, ledger) : 0), 0)
  const late = sum(({ overdue }) => overdue)
  return (
    <CardGrid>
      <FigureCard
        query={query}
        label={words.card.open}
        value={sum((counts, ledger) => openOf(ledger, counts))}
        to={`#${DIVIDED}`}
        sub={words.card.allLedgers}
        words={words}
      />
      <FigureCard
        query={query}
        label={<Signed colour="amber" shape="triangle" text={words.card.soon} />}
        value={sum(({ nearDue }) => nearDue)}
        to={listLink('all', { ...base, nearDue: 'true' }, 'dueOn')}
        sub={words.card.within((sum((counts, ledger) => draftsOf(ledger, counts)) ?? 0) > 0)}
        words={words}
      />
      <FigureCard
        query={query}
        label={<Signed colour="red" shape="square" text={words.card.late} />}
        value={late}
        to={listLink('all', { ...base, overdue: 'true' }, 'dueOn')}
        sub={late === 0 ? words.card.noLate : oldest}
        red={(late ?? 0) > 0}
        words={words}
      />
      <FigureCard
        query={query}
        label={words.card.done}
        value={sum(({ states }, ledger) => statesIn(ledger, 'done').reduce((all, state) => all + (states[state] ?? 0), 0))}
        to={`#${DIVIDED}`}
        sub={asked.year ? words.card.doneOf(asked.year) : words.card.doneEver}
        words={words}
      />
    </CardGrid>
  )
}
