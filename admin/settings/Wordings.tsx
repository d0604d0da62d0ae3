import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { ladders, nameOf } from '../../shared/deadline/reminders.ts'
import type { Wording } from '../../shared/wording.ts'
import { ruleWords } from '../../shared/words/rule.ts'
import { type CountySettings, useCountySettings } from '../calendar/settings.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { wordingWords } from '../words/wording.ts'
import { WordingDialog } from './WordingDialog.tsx'

const causes = ['opened', 'moved', 'returned', 'next', 'decided', 'urge']

/** The county's own words of each rule, one line each. */
export function Wordings() {
  const { lang } = usePanel()
  const settings = useCountySettings().data
  const words = wordingWords[lang]
  const [rule, setRule] = useState<string | null>(null)
  if (!settings) return null
  return (
    <Sheet title={words.title}>
      <Typography color="text.secondary" sx={{ mb: 2, maxWidth: '46rem' }}>
        {words.help}
      </Typography>
      {rulesOf(settings).map((each) => (
        <Line key={each} rule={each} wording={settings.wording?.[each]} write={() => setRule(each)} />
      ))}
      {rule && <WordingDialog key={rule} rule={rule} settings={settings} close={() => setRule(null)} />}
    </Sheet>
  )
}

function Line({ rule, wording, write }: { rule: string; wording: Wording | undefined; write: () => void }) {
  const { lang } = usePanel()
  const words = wordingWords[lang]
  const name = ruleWords(rule)[lang]
  const own = [wording?.subject, wording?.line].flatMap((label) => (label ? [label[lang]] : []))
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: '0 0 12rem', fontWeight: 600 }}>{name}</Box>
      <Box sx={{ flex: '1 1 16rem', overflowWrap: 'anywhere', color: own.length > 0 ? 'inherit' : 'text.secondary' }}>
        {own.length > 0 ? own.map((each) => <div key={each}>{each}</div>) : words.usual}
      </Box>
      <Button variant="text" onClick={write} aria-label={`${words.write} ${name}`}>
        {words.write}
      </Button>
    </Box>
  )
}

/** Every rung of the ladders by its name, each once, in its order, and then what happens to items. */
function rulesOf({ reminders, wording }: CountySettings): string[] {
  const { long, short } = { ...ladders, ...reminders }
  const rungs = [...long, ...short].map((rung) => nameOf(rung))
  return [...new Set([...rungs, ...causes, ...Object.keys(wording ?? {})])]
}
