import { Box, Button, Link } from '@mui/material'
import { useEffect, useState } from 'react'
import { useStore } from 'react-admin'
import { Link as To } from 'react-router'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { firstSteps } from '../words/first-steps.ts'

/** Three steps for whoever comes the first time, by what he is; never again after that visit. */
export function FirstSteps() {
  const { lang, scope } = usePanel()
  const words = firstSteps[lang]
  const [, setMet] = useStore<boolean>('met', false)
  const [shown, setShown] = useState(true)
  useEffect(() => setMet(true), [setMet])
  const steps = words.steps[scope.role === 'leader' ? 'leader' : scope.office.kind] ?? []
  if (!shown || steps.length === 0) return null
  const own = `/offices/${scope.office.kind}/${scope.office.id}`
  return (
    <Sheet
      title={words.title}
      beside={
        <Button variant="text" onClick={() => setShown(false)}>
          {words.done}
        </Button>
      }
    >
      <Box component="ol" sx={{ m: 0, pl: 5, display: 'grid', gap: 1 }}>
        {steps.map(({ text, to }) => (
          <li key={text}>
            {to === '/' ? (
              text
            ) : (
              <Link component={To} to={to === '/own' ? own : to}>
                {text}
              </Link>
            )}
          </li>
        ))}
      </Box>
    </Sheet>
  )
}
