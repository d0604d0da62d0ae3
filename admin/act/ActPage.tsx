import { Box, Button, Paper, Typography } from '@mui/material'
import { useCallback, useEffect, useState } from 'react'
import { called } from '../../shared/heading.ts'
import type { Lang } from '../../shared/names.ts'
import { request } from '../http.ts'
import type { Words } from '../language.ts'
import { takenSentence } from '../ledger/act/taken.ts'
import { Mark } from '../parts/Mark.tsx'
import { HttpError, type Problem } from '../problem.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { actLinkWords } from '../words/act-link.ts'
import { OfferForm } from './OfferForm.tsx'
import { type Offer, type Taken, tokenIn } from './offer.ts'

type Item = Problem['item']
type Props = { words: Words; lang: Lang; speak: (lang: Lang) => Promise<void>; signIn: () => void; leave: () => Promise<void> }

/** The page that a mail's link opens: one act, outside the panel. Only its button acts; whoever is not meant is told to whom the link belongs. */
export function ActPage({ words, lang, speak, signIn, leave }: Props) {
  const token = tokenIn(window.location.pathname)
  const own = actLinkWords[lang]
  const [offer, setOffer] = useState<Offer | null>(null)
  const [refusal, setRefusal] = useState('')
  const [item, setItem] = useState<Item>()
  const [taken, setTaken] = useState<Taken | null>(null)
  const refuse = useCallback(
    (error: unknown) => {
      setRefusal(sentenceOf(error, words))
      setItem(error instanceof HttpError ? error.body.item : undefined)
    },
    [words],
  )
  const load = useCallback(() => {
    request<Offer>(`/acts/${token}`).then(setOffer, refuse)
  }, [token, refuse])
  useEffect(load, [load])
  useEffect(() => {
    document.title = `${offer ? offer.act.label[lang] : own.title} · ${words.product}`
  }, [offer, lang, own, words])

  const said = refusal || offer?.said
  const record = taken?.record ?? offer?.record
  const place = record ?? item
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'flex', justifyContent: 'center', alignItems: { xs: 'flex-start', sm: 'center' } }}
    >
      <Paper
        variant="outlined"
        sx={{
          width: '100%',
          maxWidth: { sm: 520 },
          p: { xs: 4, sm: 6 },
          border: { xs: 0, sm: 1 },
          borderColor: { sm: 'divider' },
          borderRadius: { xs: 0, sm: 2 },
        }}
      >
        <Mark words={words} />
        <Typography variant="h2" component="h1" sx={{ mb: 2 }}>
          {taken ? takenSentence(taken.act.label, offer?.record ?? {}, taken.record, own, lang) : (offer?.act.label[lang] ?? own.title)}
        </Typography>
        {record && <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{called(record)}</Typography>}
        {taken && <Typography role="status">{own.seen}</Typography>}
        {said && (
          <Typography role="alert" sx={{ my: 3 }}>
            {said}
          </Typography>
        )}
        {offer?.standing === 'ready' && !taken && !refusal && (
          <OfferForm offer={offer} token={token} words={words} lang={lang} done={setTaken} over={refuse} />
        )}
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', mt: 4 }}>
          {offer?.standing === 'signIn' && !refusal && (
            <Button variant="contained" onClick={signIn}>
              {own.signIn(offer.whose.name)}
            </Button>
          )}
          {offer?.standing === 'other' && !refusal && (
            <Button variant="contained" onClick={() => void leave()}>
              {own.change(offer.whose.name)}
            </Button>
          )}
          {place ? (
            <Button variant="outlined" href={`/${place.ledger}/${place.id}/show${taken || !offer ? '' : `?do=${offer.act.key}`}`}>
              {own.whole}
            </Button>
          ) : (
            said && (
              <Button variant="outlined" href="/">
                {own.home}
              </Button>
            )
          )}
          <Button
            variant="text"
            lang={lang === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => void speak(lang === 'zh' ? 'en' : 'zh')}
            sx={{ ml: 'auto' }}
          >
            {words.sign.language}
          </Button>
        </Box>
      </Paper>
    </Box>
  )
}
