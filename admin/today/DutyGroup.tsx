import { Box, Button } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { DutyRow } from './DutyRow.tsx'
import type { OwedDuty } from './duties.ts'

const AT_ONCE = 50

/** A group of duties. After one is done its row is gone and 下一件 has the focus: a morning's pile is Enter, Enter, Enter. */
export function DutyGroup({ title, duties, strong = false }: { title: string; duties: OwedDuty[]; strong?: boolean }) {
  const { words } = usePanel()
  const [acted, setActed] = useState(false)
  const [shown, setShown] = useState(AT_ONCE)
  const list = useRef<HTMLUListElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!acted) return
    const timer = setTimeout(() => next.current?.focus(), 250)
    return () => clearTimeout(timer)
  }, [acted])
  const goOn = () => {
    setActed(false)
    list.current?.querySelector<HTMLElement>('button')?.click()
  }
  return (
    <Sheet title={title} flush beside={<span>{words.common.items(String(duties.length))}</span>}>
      {acted && (
        <Box sx={{ px: { xs: 4, sm: 5 }, pb: 3 }}>
          <Button ref={next} variant="contained" onClick={goOn}>
            {words.today.nextOne(duties.length)}
          </Button>
        </Box>
      )}
      <Box component="ul" ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {duties.slice(0, shown).map((duty) => (
          <DutyRow key={`${duty.record.id}/${duty.id}`} duty={duty} strong={strong && !acted} done={() => setActed(true)} />
        ))}
      </Box>
      {duties.length > shown && (
        <Box sx={{ px: 5, py: 3 }}>
          <Button onClick={() => setShown(shown + AT_ONCE)}>{words.list.more(Math.min(AT_ONCE, duties.length - shown))}</Button>
        </Box>
      )}
    </Sheet>
  )
}
