import CloseIcon from '@mui/icons-material/CloseRounded'
import { Box, IconButton, InputAdornment, OutlinedInput } from '@mui/material'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../panel.ts'

/** Looks through every ledger of the person's own scope; the answer is the list of all items. `/` brings the cursor here. */
export function Search({ close, autoFocus = false }: { close?: () => void; autoFocus?: boolean }) {
  const words = useWords()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const go = () => {
    const q = text.trim()
    if (q) void navigate(`/all?filter=${encodeURIComponent(JSON.stringify({ q }))}&page=1`)
    // What was found is next, not another word: the page that opens takes the focus only when no field has it.
    if (q) document.querySelector('h1')?.focus()
    close?.()
  }
  return (
    <Box
      component="form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
      sx={{ flex: close ? 1 : '0 1 28rem', minWidth: '9rem', display: 'flex', alignItems: 'center', ml: close ? 0 : 5 }}
    >
      <OutlinedInput
        fullWidth
        id="search"
        value={text}
        autoFocus={autoFocus}
        onChange={(event) => setText(event.target.value)}
        placeholder={words.frame.search}
        inputProps={{ 'aria-label': words.frame.search, enterKeyHint: 'search' }}
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
    </Box>
  )
}
