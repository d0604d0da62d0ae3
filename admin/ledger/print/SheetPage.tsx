import { Box, Button, GlobalStyles } from '@mui/material'
import { Link, useParams } from 'react-router'
import { useAskedEach } from '../../api-lists.ts'
import type { Events, Shown } from '../../data.ts'
import { Loading } from '../../frame/Loading.tsx'
import { NotFound } from '../../frame/NotFound.tsx'
import { Page } from '../../frame/Page.tsx'
import { usePanel } from '../../panel.ts'
import { eventsPath } from '../useRecord.ts'
import { Sheet } from './Sheet.tsx'
import { sheetTitle } from './sheet-title.ts'

/** Sheets of one or several records, as they come out of the printer: A4 upright, one record a page. */
export function SheetPage() {
  const { ledger: key = '', ids = '' } = useParams()
  const { ledgers, words, lang } = usePanel()
  const ledger = ledgers.find((each) => each.key === key)
  const wanted = ids.split(',').slice(0, 100)
  const known = ledger ? wanted : []
  const records = useAskedEach<Shown>(known.map((id) => `/records/${key}/${id}`))
  const events = useAskedEach<Events>(known.map((id) => eventsPath(key, id)))
  if (!ledger) return <NotFound />
  const ready = records.flatMap(({ data: record }, at) => {
    const told = events[at]?.data
    return record && told ? [{ record, told }] : []
  })
  const title = sheetTitle(ledger, words, lang)
  return (
    <Page
      title={title}
      beside={
        <>
          <Button component={Link} to={wanted.length === 1 ? `/${key}/${wanted[0]}/show` : `/${key}`}>
            {words.sheet.back}
          </Button>
          <Button variant="contained" disabled={ready.length < wanted.length} onClick={() => window.print()}>
            {words.common.print}
          </Button>
        </>
      }
    >
      <GlobalStyles styles={paper} />
      {ready.length < wanted.length && <Loading />}
      {ready.map(({ record, told }) => (
        <Box key={record.id} className="sheet">
          <Sheet ledger={ledger} record={record} told={told} />
        </Box>
      ))}
    </Page>
  )
}

const paper = {
  '@page': { size: 'A4 portrait', margin: '37mm 26mm 35mm 28mm' },
  '.sheet': {
    background: '#fff',
    color: '#000',
    maxWidth: '210mm',
    margin: '0 auto 24px',
    padding: '12mm 14mm',
    fontFamily: 'FangSong, STFangsong, 仿宋, "Noto Serif CJK SC", serif',
    fontSize: '12pt',
    lineHeight: 1.6,
  },
  '@media print': {
    body: { background: '#fff !important' },
    main: { padding: '0 !important' },
    'main h1': { display: 'none' },
    '.sheet': { maxWidth: 'none', margin: 0, padding: 0, fontSize: '16pt', breakAfter: 'page' },
    '.sheet:last-of-type': { breakAfter: 'auto' },
    'tr, .keep': { breakInside: 'avoid' },
  },
}
