import { Box, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'react-admin'
import { useNavigate } from 'react-router'
import { mayCreate } from '../../shared/engine/rights.ts'
import { usePanel } from '../panel.ts'
import { isFree, onShowShortcuts } from './keys.ts'
import { mayOpen } from './may-open.ts'

/** The shortcuts: what a page offers is found by its mark (`data-key`), so no page registers anything. */
export function Shortcuts() {
  const { words, me, ledgers, scope } = usePanel()
  const county = mayOpen('/county', me.role)
  const navigate = useNavigate()
  const [on] = useStore<boolean>('shortcuts', true)
  const [open, setOpen] = useState(false)
  const afterG = useRef(0)
  useEffect(() => onShowShortcuts(() => setOpen(true)), [])

  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (!isFree(event, document)) return
      const went = Date.now() - afterG.current < 1500
      afterG.current = 0
      const click = (name: string) => document.querySelector<HTMLElement>(`[data-key="${name}"]`)?.click()
      const act: Record<string, () => void> = {
        '/': () => document.getElementById('search')?.focus(),
        g: () => {
          afterG.current = Date.now()
        },
        t: () => went && void navigate('/'),
        c: () => went && county && void navigate('/county'),
        n: () => click('new'),
        '[': () => click('previous'),
        ']': () => click('next'),
        '.': () => click('main'),
        j: () => moveRow(1),
        k: () => moveRow(-1),
        '?': () => setOpen(true),
      }
      const chosen = act[event.key]
      if (!chosen) return
      event.preventDefault()
      chosen()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, navigate, county])

  const rows: [string, string][] = [
    ['/', words.keys.search],
    ['g t', words.keys.today],
    ...(county ? [['g c', words.keys.county] as [string, string]] : []),
    ...(ledgers.some((ledger) => !ledger.part && mayCreate(ledger, scope)) ? [['n', words.keys.create] as [string, string]] : []),
    ['j  k  Enter', words.keys.rows],
    ['[  ]', words.keys.records],
    ['.', words.keys.main],
    ['Ctrl + Enter', words.keys.submit],
    ['Esc', words.keys.close],
    ['?', words.keys.help],
  ]
  return (
    <Dialog open={open} onClose={() => setOpen(false)} aria-labelledby="keys">
      <DialogTitle id="keys">{words.keys.title}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 2, columnGap: 6, m: 0 }}>
          {rows.map(([key, label]) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ fontWeight: 600 }}>
                <kbd>{key}</kbd>
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {label}
              </Box>
            </Box>
          ))}
        </Box>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 4 }}>
          {words.keys.off}
        </Typography>
      </DialogContent>
    </Dialog>
  )
}

/** Moves between the heading links of a list. */
function moveRow(by: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  links[Math.max(0, Math.min(links.length - 1, at === -1 ? 0 : at + by))]?.focus()
}
