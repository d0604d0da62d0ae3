import { Box } from '@mui/material'
import { writeDay, writeInstant } from '../../../shared/deadline/days.ts'
import type { FieldOf } from '../../../shared/definition/field.ts'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { partsOf } from '../../../shared/definition/parted.ts'
import { answersIn } from '../../../shared/engine/asked-by.ts'
import { broughtBy } from '../../../shared/engine/attachments.ts'
import type { LedgerEvent } from '../../../shared/event.ts'
import type { Events, Shown } from '../../data.ts'
import { cellText } from '../../fields/cells.ts'
import type { Around } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { doneFor, punctuality } from '../../parts/lamp-of.ts'
import { actorName, officeName } from '../../parts/office.ts'
import { isLong } from '../columns.ts'
import { actOf } from '../record/timeline.ts'
import { isEmpty, shownSections } from '../sections.ts'
import { Qr } from './Qr.tsx'
import { sheetTitle, signing } from './sheet-title.ts'

/** 办理单: facts as a ruled table, sections, duties, the timeline, three places to sign, and a code that opens the record. */
export function Sheet({ ledger, record, told: { data: events, files } }: { ledger: Ledger; record: Shown; told: Events }) {
  const { words, lang, offices } = usePanel()
  const around = { ...useAround(ledger, { ...record, files }), paper: true as const }
  const name = (id: string, kind?: string) => officeName(offices, id, lang, kind)
  const facts: [string, string][] = [
    ...(record.number ? [[words.record.number, record.number] as [string, string]] : []),
    ...(record.township ? [[words.record.township, name(record.township, 'township')] as [string, string]] : []),
    [words.list.state, ledger.states[record.state]?.label[lang] ?? record.state],
  ]
  const sections = shownSections(ledger, record).map((section) => ({
    title: section.label?.[lang] ?? words.record.basics,
    rows: section.fields.flatMap((key) => {
      const whole = ledger.fields[key]
      return (whole ? partsOf(key, whole) : []).flatMap(({ path, field, of }) => {
        const value = of(record.data[key])
        if (isEmpty(value)) return []
        const table = field.kind === 'items' ? { table: tableOf(value, field, around) } : {}
        return [{ key: path, label: field.label[lang], text: fieldText(field, value, around), long: isLong(field), ...table }]
      })
    }),
  }))
  // What nobody owes any more is none of what is signed.
  const duties = record.duties.filter(({ state }) => state !== 'void')
  const signatures = signing(ledger).map((who) => words.sheet.signatures[who])
  return (
    <>
      <Box sx={{ float: 'right', textAlign: 'right', fontSize: '9pt' }}>
        <Qr text={`${window.location.origin}/${record.ledger}/${record.id}/show`} label={words.sheet.scan} />
        <div>{record.number}</div>
        <div>{words.sheet.printed(writeInstant(new Date(), lang))}</div>
      </Box>
      <Box
        component="h2"
        sx={{
          fontFamily: 'SimSun, STSong, 宋体, "Noto Serif CJK SC", serif',
          fontSize: '22pt',
          fontWeight: 700,
          textAlign: 'center',
          m: 0,
          mb: '6mm',
          clear: 'none',
        }}
      >
        {sheetTitle(ledger, words, lang)}
      </Box>
      <Box component="p" sx={{ fontWeight: 700, mt: 0 }}>
        {record.heading}
      </Box>
      <Ruled rows={facts} />
      {sections.map(({ title, rows }) => (
        <Box key={title} sx={{ mt: '5mm' }}>
          <Head>{title}</Head>
          {rows
            .filter((row) => row.long)
            .map((row) => (
              <Box key={row.key} component="p" sx={{ whiteSpace: 'pre-wrap', textIndent: '2em', m: 0 }}>
                {rows.length > 1 && <strong>{`${row.label}：`}</strong>}
                {row.text}
              </Box>
            ))}
          {rows.map(
            ({ key, label, table }) =>
              table && (
                <Box key={key} sx={{ mb: '2mm' }}>
                  <div>{label}</div>
                  <Grid {...table} />
                </Box>
              ),
          )}
          <Ruled rows={rows.filter((row) => !row.long && !row.table && row.text !== record.heading).map((row) => [row.label, row.text])} />
        </Box>
      ))}
      {duties.length > 0 && (
        <Box sx={{ mt: '5mm' }}>
          <Head>{words.sheet.duties}</Head>
          <Grid
            head={[words.sheet.duty, words.sheet.office, words.sheet.due, words.sheet.done]}
            rows={duties.map((duty) => {
              const day = duty.doneOn ? doneFor(duty, duties) : duty.dueOn
              return {
                key: duty.id,
                cells: [
                  duty.label[lang],
                  name(duty.holder.id, duty.holder.kind),
                  day ? writeDay(day, lang) : '—',
                  duty.doneOn ? `${writeDay(duty.doneOn, lang)} ${punctuality(duty, duties, words)}` : words.sheet.undone,
                ],
              }
            })}
          />
        </Box>
      )}
      <Box sx={{ mt: '5mm' }}>
        <Head>{words.sheet.timeline}</Head>
        <Grid
          head={[words.sheet.when, words.sheet.who, words.sheet.what, words.sheet.said]}
          widths={['19%', '22%', '17%']}
          rows={events.map((event) => ({
            key: String(event.seq),
            cells: [
              writeInstant(event.at, lang),
              event.by.office.kind === 'system' ? words.common.system : actorName(offices, event.by, lang),
              actOf(event, ledger, words, lang),
              Object.entries({ ...chosenBy(ledger, event), ...event.said, ...broughtBy(ledger, event) })
                .flatMap(([key, value]) => {
                  const field = ledger.fields[key]
                  return field ? [[field.label[lang], fieldText(field, value, around)].join(words.sheet.colon)] : []
                })
                .join(words.sheet.semicolon),
            ],
          }))}
        />
      </Box>
      <Box
        className="keep"
        sx={{ display: 'grid', gridTemplateColumns: `repeat(${signatures.length}, 1fr)`, mt: '8mm', border: '1px solid #000' }}
      >
        {signatures.map((place) => (
          <Box
            key={place}
            sx={{
              height: '32mm',
              p: '2mm',
              borderRight: '1px solid #000',
              '&:last-child': { borderRight: 0 },
              display: 'flex',
              flexDirection: 'column',
              justifyContent: 'space-between',
              fontSize: '12pt',
            }}
          >
            {place}
            <Box sx={{ textAlign: 'right' }}>{words.sheet.date}</Box>
          </Box>
        ))}
      </Box>
    </>
  )
}

/** What was chosen with a step and stands in the item since: 满意度：不满意. */
export function chosenBy(ledger: Ledger, event: LedgerEvent): Record<string, unknown> {
  return Object.fromEntries(
    answersIn(ledger, event).filter(([key]) => ['choice', 'choices', 'yesno'].includes(ledger.fields[key]?.kind ?? '')),
  )
}

function Head({ children }: { children: string }) {
  return (
    <Box component="h3" sx={{ fontSize: '1em', fontWeight: 700, m: 0, mb: '2mm', breakAfter: 'avoid' }}>
      {children}
    </Box>
  )
}

const rule = {
  borderCollapse: 'collapse',
  width: '100%',
  '& td, & th': {
    border: '1px solid #000',
    padding: '1.5mm 2mm',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 400,
    fontSize: '0.8em',
    overflowWrap: 'anywhere',
  },
} as const

function Ruled({ rows }: { rows: [string, string][] }) {
  if (rows.length === 0) return null
  return (
    <Box component="table" sx={rule}>
      <tbody>
        {rows.map(([label, text]) => (
          <tr key={label}>
            <Box component="th" scope="row" sx={{ width: '28%' }}>
              {label}
            </Box>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

type Cells = { head: string[]; rows: { key: string; cells: string[] }[]; widths?: string[] }

/** The rows of an `items` field, as they are written on paper. */
function tableOf(value: unknown, field: FieldOf<'items'>, around: Around): Cells {
  const columns = Object.entries(field.columns)
  const rows = Array.isArray(value) ? value : []
  return {
    head: columns.map(([, column]) => column.label[around.lang]),
    rows: rows.map((row, at) => ({ key: `row ${at}`, cells: columns.map(([key, column]) => cellText(column, row?.[key], around)) })),
  }
}

function Grid({ head, rows, widths = [] }: Cells) {
  return (
    <Box component="table" sx={rule}>
      <thead>
        <tr>
          {head.map((each, at) => (
            <Box component="th" key={each} scope="col" sx={{ width: widths[at] }}>
              {each}
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((text, column) => (
              <td key={head[column]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}
