import CloseIcon from '@mui/icons-material/CloseRounded'
import { Box, IconButton, InputAdornment, OutlinedInput } from '@mui/material'
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react'
import { useStore } from 'react-admin'
import { useNavigate } from 'react-router'
import { useWords } from '../panel.ts'
import { useOnceTyped } from '../parts/useOnceTyped.ts'
import type { Hit } from './hits.ts'

const SearchHits = lazy(() => import('./SearchHits.tsx').then(({ SearchHits: it }) => ({ default: it })))
const LIST = 'search-hits'
const KEPT = 5

/**
 * Looks through every ledger of the person's own scope; what is found stands below while typing, Enter opens the list of all. A number typed to its end
 * opens its record. `/` brings the cursor here.
 */
export function Search({ close, autoFocus = false }: { close?: () => void; autoFocus?: boolean }) {
  const words = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [hits, setHits] = useState<Hit[]>([])
  const [at, setAt] = useState(-1)
  const [last, setLast] = useStore<string[]>('searches', [])
  const box = useRef<HTMLInputElement>(null)
  const q = text.trim()
  // Here and not below: what comes with the first letter would have missed the beginning of its composition.
  const [settled, setSettled] = useState('')
  useOnceTyped(q, settled, setSettled)

  const leave = () => {
    setOpen(false)
    box.current?.blur()
    close?.()
  }
  const go = (hit: Hit | undefined) => {
    const asked = hit?.again ?? q
    if (!asked) return
    setLast([asked, ...last.filter((each) => each !== asked)].slice(0, KEPT))
    setText(asked)
    void navigate(hit?.to ?? `/all?filter=${encodeURIComponent(JSON.stringify({ q: asked }))}&page=1`)
    // What was found is next, not another word: the page that opens takes the focus only when no field has it.
    document.querySelector('h1')?.focus()
    leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && open) {
      setOpen(false)
      event.stopPropagation()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || !open) return
    event.preventDefault()
    setAt(((at + 1 + step + hits.length + 1) % (hits.length + 1)) - 1)
  }
  return (
    <Box
      component="form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go(hits[at] ?? hits.find(({ number }) => number !== undefined && number === q))
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      sx={{
        flex: close ? 1 : '0 1 28rem',
        minWidth: '9rem',
        display: 'flex',
        alignItems: 'center',
        ml: close ? 0 : 5,
        position: 'relative',
      }}
    >
      <OutlinedInput
        fullWidth
        id="search"
        value={text}
        autoFocus={autoFocus}
        inputRef={box}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
          setOpen(true)
          setAt(-1)
        }}
        placeholder={words.frame.search}
        inputProps={{
          role: 'combobox',
          autoComplete: 'off',
          'aria-label': words.frame.search,
          'aria-expanded': open && hits.length > 0,
          'aria-controls': LIST,
          'aria-activedescendant': at >= 0 ? `${LIST}-${at}` : undefined,
          enterKeyHint: 'search',
        }}
        endAdornment={
          close ? undefined : (
            <InputAdornment position="end" aria-hidden>
              <Box
                component="kbd"
                sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, fontFamily: 'inherit', color: 'text.secondary' }}
              >
                /
              </Box>
            </InputAdornment>
          )
        }
        sx={{ height: '2.4rem' }}
      />
      {close && (
        <IconButton onClick={close} aria-label={words.common.close}>
          <CloseIcon />
        </IconButton>
      )}
      {open && (q || last.length > 0) && (
        <Suspense fallback={null}>
          <SearchHits id={LIST} q={q} settled={settled} last={last} at={at} found={setHits} go={go} />
        </Suspense>
      )}
    </Box>
  )
}
