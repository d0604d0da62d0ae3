import { Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { ladders } from '../../shared/deadline/reminders.ts'
import { type Post, postsOf } from '../../shared/post.ts'
import { postNames } from '../../shared/words/mail.ts'
import { useAccounts } from '../accounts/accounts.ts'
import { type CountySettings, useCountySettings, useSaveSettings } from '../calendar/settings.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { sentenceOf } from '../sign/sentence.ts'
import { ladderWords } from '../words/ladder.ts'
import { whatIfWords } from '../words/what-if.ts'
import { Difference, type Told } from './Difference.tsx'
import { LadderTable } from './LadderTable.tsx'
import { inOrder } from './rungs.ts'

/** The county's ladders of reminders and its overviews; a duty names one of the ladders, or has rungs of its own. */
export function Ladders() {
  const settings = useCountySettings()
  return settings.data ? <Written key={settings.data.version} settings={settings.data} /> : null
}

function Written({ settings }: { settings: CountySettings }) {
  const { lang, words: common } = usePanel()
  const words = ladderWords[lang]
  const notify = useNotify()
  const save = useSaveSettings()
  const [own, setOwn] = useState({ ...ladders, ...settings.reminders })
  const [overviews, setOverviews] = useState({ weekly: true, monthly: true, ...settings.overviews })
  const [told, setTold] = useState<{ of: string; told: Told } | null>(null)
  const dirty =
    JSON.stringify([own, overviews]) !==
    JSON.stringify([
      { ...ladders, ...settings.reminders },
      { weekly: true, monthly: true, ...settings.overviews },
    ])
  const now = JSON.stringify([own, overviews])
  const known = told?.of === now ? told.told : null
  const given = { reminders: { long: inOrder(own.long), short: inOrder(own.short) }, overviews }
  // What a change does to the mails is shown before it is saved.
  const check = () =>
    request<Told>('/notices/forecast/difference', { method: 'POST', body: given }).then(
      (answer) => setTold({ of: now, told: answer }),
      (error) => notify(sentenceOf(error, common), { type: 'error' }),
    )
  const send = () =>
    save.mutate(
      { ...settings, ...given },
      {
        onSuccess: () => notify(words.saved, { type: 'success' }),
        onError: (error) => notify(sentenceOf(error, common), { type: 'error' }),
      },
    )
  return (
    <Sheet title={words.title} flush>
      <Typography color="text.secondary" sx={{ px: 5, mb: 2, maxWidth: '46rem' }}>
        {words.help}
      </Typography>
      {(['long', 'short'] as const).map((key) => (
        <Box key={key} sx={{ mb: 3 }}>
          <Typography component="h3" sx={{ px: 5, fontWeight: 700 }}>
            {words.ladders[key]}
          </Typography>
          <LadderTable name={words.ladders[key]} rungs={own[key]} change={(rungs) => setOwn({ ...own, [key]: rungs })} />
        </Box>
      ))}
      <Box sx={{ px: 5, mb: 3 }}>
        {(['weekly', 'monthly'] as const).map((period) => (
          <FormControlLabel
            key={period}
            control={<Checkbox checked={overviews[period]} onChange={(_, on) => setOverviews({ ...overviews, [period]: on })} />}
            label={words.overviews[period]}
          />
        ))}
      </Box>
      <Vacant />
      {dirty && known && <Difference told={known} />}
      <Box sx={{ px: 5, pb: 4, display: 'flex', gap: 2 }}>
        {dirty && !known ? (
          <Button variant="contained" onClick={() => void check()}>
            {whatIfWords[lang].check}
          </Button>
        ) : (
          <Button variant="contained" disabled={!dirty || save.isPending} onClick={send}>
            {words.save}
          </Button>
        )}
        <Button onClick={() => setOwn(ladders)}>{words.usual}</Button>
      </Box>
    </Sheet>
  )
}

/** Posts that rungs name and nobody holds: those reminders go to the next lower one. An office without any account is told by nobody. */
function Vacant() {
  const { lang, offices } = usePanel()
  const words = ladderWords[lang]
  const people = useAccounts().data?.data.filter(({ disabled, bounced }) => !disabled && bounced === undefined)
  if (!people) return null
  const units = offices.filter(({ kind, closed }) => kind === 'unit' && !closed)
  const at = (id: string) => people.filter(({ office }) => office.kind === 'unit' && office.id === id)
  const silent = units.filter(({ id }) => at(id).length === 0)
  const lacking = (post: Post) => units.filter(({ id }) => at(id).length > 0 && !at(id).some((person) => postsOf(person).includes(post)))
  const names = (found: typeof units) => found.map(({ name }) => name[lang]).join(lang === 'zh' ? '、' : ', ')
  return (
    <Box sx={{ px: 5, mb: 3 }}>
      {silent.length > 0 && (
        <Typography role="alert" sx={{ color: 'error.main', fontWeight: 600 }}>
          {words.silent(names(silent))}
        </Typography>
      )}
      {(['leader', 'head'] as const).map((post) => {
        const found = lacking(post)
        return found.length > 0 ? <Typography key={post}>{words.vacant(postNames[post][lang], names(found))}</Typography> : null
      })}
    </Box>
  )
}
