import { Box, Button, LinearProgress } from '@mui/material'
import { Link, useParams } from 'react-router'
import type { Label } from '../../../shared/names.ts'
import { useAsked } from '../../api.ts'
import { Loading } from '../../frame/Loading.tsx'
import { Page } from '../../frame/Page.tsx'
import { usePanel } from '../../panel.ts'
import { writeNumber } from '../../parts/number.ts'
import { sentenceOf } from '../../sign/sentence.ts'
import { paperWords } from '../../words/papers.ts'

export type PaperJob = {
  id: string
  ledger: string
  label: Label
  state: 'running' | 'done'
  progress: { done: number; of: number }
  left: number
  files: { name: string; papers: number }[]
}
const POLL = 1500

/** How far the papers of many records are, and the packages that lie ready. */
export function PaperJobPage() {
  const { id = '' } = useParams()
  const { lang, words } = usePanel()
  const say = paperWords[lang]
  const { data, error } = useAsked<PaperJob>(`/paper-jobs/${id}`, {
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : POLL),
  })
  const { done = 0, of = 0 } = data?.progress ?? {}
  return (
    <Page
      title={data ? data.label[lang] : say.menu}
      loading={!data}
      beside={
        data && (
          <Button component={Link} to={`/${data.ledger}`}>
            {say.back}
          </Button>
        )
      }
    >
      {error && <p role="alert">{sentenceOf(error, words)}</p>}
      {!data && !error && <Loading />}
      {data && (
        <>
          <p role="status">
            {data.state === 'done' ? say.made(writeNumber(of - data.left)) : say.making(writeNumber(done), writeNumber(of))}
            {data.left > 0 && say.leftOut(writeNumber(data.left))}
          </p>
          {data.state === 'running' && (
            <LinearProgress variant="determinate" aria-label={data.label[lang]} value={of > 0 ? (done / of) * 100 : 0} />
          )}
          <Box component="ul" sx={{ mt: 4, p: 0, listStyle: 'none' }}>
            {data.files.map(({ name, papers }, at) => (
              <Box component="li" key={name} sx={{ mb: 2 }}>
                <Button component="a" href={`/api/paper-jobs/${id}/files/${at + 1}`} download>
                  {say.package(name, writeNumber(papers))}
                </Button>
              </Box>
            ))}
          </Box>
          {data.state === 'done' && <p>{say.keptADay}</p>}
        </>
      )}
    </Page>
  )
}
