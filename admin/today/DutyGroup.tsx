import { Box, Button, Typography } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { measureOf } from '../../shared/spoken.ts'
import { usePanel } from '../panel.ts'
import { LampText } from '../parts/Lamp.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { DutyRow } from './DutyRow.tsx'
import type { OwedDuty } from './duties.ts'
import { itemsOf, lateOf, namedOf, type Pile, pilesOf } from './groups.ts'

const AT_ONCE = 50

/** A group of duties, by ledger. After one is done its row is gone and 下一件 has the focus: a morning's pile is Enter, Enter, Enter. */
export function DutyGroup({ title, duties, strong = false }: { title: string; duties: OwedDuty[]; strong?: boolean }) {
  const { words } = usePanel()
  const [acted, setActed] = useState(false)
  const [opened, setOpened] = useState<string[]>([])
  const [all, setAll] = useState(false)
  const rows = useRef<HTMLDivElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!acted) return
    const timer = setTimeout(() => next.current?.focus(), 250)
    return () => clearTimeout(timer)
  }, [acted])
  const goOn = () => {
    setActed(false)
    rows.current?.querySelector<HTMLElement>('button')?.click()
  }
  const piles = pilesOf(duties, strong ? 'urgent' : 'large')
  const isOpen = ({ ledger, open }: Pile) => open > 0 || opened.includes(ledger)
  const closed = piles.filter((pile) => !isOpen(pile))
  const { named, rest } = namedOf(closed, all)
  return (
    <Sheet title={title} flush beside={<span>{words.common.items(String(itemsOf(duties)))}</span>}>
      {acted && (
        <Box sx={{ px: { xs: 4, sm: 5 }, pb: 3 }}>
          <Button ref={next} variant="contained" onClick={goOn}>
            {words.today.nextOne(itemsOf(duties))}
          </Button>
        </Box>
      )}
      <div ref={rows}>
        {piles.filter(isOpen).map((pile) => (
          <Rows key={pile.ledger} pile={pile} named={piles.length > 1} strong={strong && !acted} done={() => setActed(true)} />
        ))}
      </div>
      {closed.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', px: { xs: 2, sm: 3 }, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
          {named.map((pile) => (
            <Button key={pile.ledger} variant="text" onClick={() => setOpened([...opened, pile.ledger])}>
              <PileName pile={pile} />
            </Button>
          ))}
          {rest && (
            <Button variant="text" onClick={() => setAll(true)}>
              {words.today.restOf(rest.ledgers, words.common.items(String(rest.duties)))}
            </Button>
          )}
        </Box>
      )}
    </Sheet>
  )
}

type RowsProps = { pile: Pile; named: boolean; strong: boolean; done: () => void }

function Rows({ pile, named, strong, done }: RowsProps) {
  const { words } = usePanel()
  const { duties, open } = pile
  const [shown, setShown] = useState(open || AT_ONCE)
  const rest = duties.length - shown
  return (
    <>
      {named && (
        <Typography variant="h3" sx={{ px: { xs: 4, sm: 5 }, pt: 3, pb: 2, color: 'text.secondary' }}>
          <PileName pile={pile} />
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {duties.slice(0, shown).map((duty) => (
          <DutyRow key={`${duty.record.id}/${duty.id}`} duty={duty} strong={strong} done={done} />
        ))}
      </Box>
      {rest > 0 && (
        <Box sx={{ px: { xs: 2, sm: 3 }, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Button variant="text" onClick={() => setShown(shown + AT_ONCE)}>
            {words.list.more(Math.min(AT_ONCE, rest), rest <= AT_ONCE, measureOf())}
          </Button>
        </Box>
      )}
    </>
  )
}

/** How a pile is called: its ledger, how many there are, and how many of them are late, which nobody sees while it is folded. */
function PileName({ pile: { ledger, duties } }: { pile: Pile }) {
  const { words, ledgers, lang } = usePanel()
  const late = lateOf(duties)
  const label = ledgers.find(({ key }) => key === ledger)?.label[lang] ?? ledger
  return (
    <span>
      {`${label} ${words.common.items(String(itemsOf(duties)))}`}
      {late > 0 && (
        <>
          {' · '}
          <LampText colour="red">{words.today.late(late)}</LampText>
        </>
      )}
    </span>
  )
}
