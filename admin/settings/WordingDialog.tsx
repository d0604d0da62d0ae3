import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import type { Label } from '../../shared/names.ts'
import { namesOf, unfillable, variables, type Wording } from '../../shared/wording.ts'
import { ruleWords } from '../../shared/words/rule.ts'
import { unknownVariable } from '../../shared/words/wording.ts'
import { type CountySettings, useSaveSettings } from '../calendar/settings.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { DataTable, oneLine } from '../parts/DataTable.tsx'
import { sentenceOf } from '../sign/sentence.ts'
import { wordingWords } from '../words/wording.ts'

const parts = ['subject', 'line'] as const
const blank: Label = { zh: '', en: '' }
type Typed = { subject: Label; line: Label }

/** Subject and first line of one rule: written, checked as they are typed, and shown with a real item before they are saved. */
export function WordingDialog({ rule, settings, close }: { rule: string; settings: CountySettings; close: () => void }) {
  const { lang, words: common } = usePanel()
  const words = wordingWords[lang]
  const notify = useNotify()
  const save = useSaveSettings()
  const known = settings.wording?.[rule]
  const [typed, setTyped] = useState<Typed>({ subject: known?.subject ?? blank, line: known?.line ?? blank })
  const [shown, setShown] = useState<{ subject: string; text: string } | null>(null)
  const wording = wordingOf(typed)
  const faultOf = (part: (typeof parts)[number]) => {
    const bad = unfillable(typed[part][lang])
    return bad.length > 0 ? unknownVariable(bad)[lang] : ''
  }
  const wrong = parts.some((part) => faultOf(part) !== '')
  // One wording for both languages, until somebody who works in the other writes its own.
  const write = (part: (typeof parts)[number], text: string) =>
    setTyped(
      ({ [part]: { zh, en }, ...others }) =>
        ({ ...others, [part]: zh === en ? { zh: text, en: text } : { zh, en, [lang]: text } }) as Typed,
    )
  const failed = (error: unknown) => notify(sentenceOf(error, common), { type: 'error' })
  const preview = () =>
    request<{ subject: string; text: string }>('/notices/wording', { method: 'POST', body: { rule, ...wording } }).then(setShown, failed)
  const put = (next: Wording | null) => {
    const { [rule]: _, ...others } = settings.wording ?? {}
    const all = next && Object.keys(next).length > 0 ? { ...others, [rule]: next } : others
    const said = () => {
      notify(words.saved, { type: 'success' })
      close()
    }
    save.mutate({ ...settings, wording: all }, { onSuccess: said, onError: failed })
  }
  return (
    <Dialog open onClose={close} fullWidth maxWidth="md" aria-labelledby="wording-title">
      <DialogTitle id="wording-title">{ruleWords(rule)[lang]}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3 }}>
        {parts.map((part) => (
          <TextField
            key={part}
            label={words[part]}
            value={typed[part][lang]}
            error={faultOf(part) !== ''}
            helperText={faultOf(part)}
            onChange={({ target }) => write(part, target.value)}
          />
        ))}
        <Box>
          <Typography color="text.secondary">{words.variables}</Typography>
          <Variables />
        </Box>
        {shown && (
          <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 3 }}>
            <Typography sx={{ fontWeight: 700 }}>{shown.subject}</Typography>
            <Box component="pre" sx={{ whiteSpace: 'pre-wrap', fontFamily: 'inherit', m: 0, mt: 2, overflowWrap: 'anywhere' }}>
              {shown.text}
            </Box>
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button disabled={wrong} onClick={() => void preview()}>
          {words.preview}
        </Button>
        {known && <Button onClick={() => put(null)}>{words.clear}</Button>}
        <Button onClick={close}>{common.common.cancel}</Button>
        <Button variant="contained" disabled={wrong || save.isPending} onClick={() => put(wording)}>
          {words.save}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The variables by their names in the reader's language, each with an example. */
function Variables() {
  const { lang } = usePanel()
  const words = wordingWords[lang]
  const names = namesOf(lang)
  return (
    <DataTable
      sx={{ mt: 1, '& td': { height: 'auto', py: 0.75 } }}
      rows={variables.map((name, at) => ({ name, called: names[at] }))}
      id={({ name }) => name}
      columns={[
        { label: words.variable, sx: oneLine, cell: ({ called }) => `{${called}}` },
        { label: words.meaning, cell: ({ name }) => words.names[name] },
        { label: words.example, cell: ({ name }) => words.examples[name] },
      ]}
    />
  )
}

/** What is written of it, without what was left empty. */
function wordingOf(typed: Typed): Wording {
  return Object.fromEntries(parts.flatMap((part) => (typed[part].zh.trim() && typed[part].en.trim() ? [[part, typed[part]]] : [])))
}
