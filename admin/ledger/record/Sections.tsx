import { Box, Link } from '@mui/material'
import { useMemo } from 'react'
import { Link as To } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { partsOf } from '../../../shared/definition/parted.ts'
import { stepsOfFiles } from '../../../shared/engine/attachments.ts'
import { namingField } from '../../../shared/heading.ts'
import type { Shown } from '../../data.ts'
import { Fact, FieldShow } from '../../fields/FieldShow.tsx'
import type { Around } from '../../fields/kind.ts'
import { fieldText } from '../../fields/kinds.tsx'
import { useAround } from '../../fields/useAround.ts'
import { usePanel } from '../../panel.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { isLong, isShort } from '../columns.ts'
import { isEmpty, type Section, shownSections } from '../sections.ts'
import { useEvents } from '../useRecord.ts'
import { renamed } from './renamed.ts'
import { Unfiled } from './Unfiled.tsx'

/** The record's own content, section by section; what has no value leaves no hole. */
export function Sections({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { words, lang, ledgers } = usePanel()
  const other = renamed(ledger, ledgers, record)
  const edit = record.may?.edit === true
  return (
    <>
      {shownSections(ledger, record).map((section, at) => (
        <Sheet
          key={section.transition ?? 'basics'}
          title={section.label?.[lang] ?? words.record.basics}
          beside={
            at === 0 &&
            edit && (
              <Link component={To} to={`/${ledger.key}/${record.id}`} sx={{ displayPrint: 'none' }}>
                {words.record.edit}
              </Link>
            )
          }
        >
          <Facts section={section} ledger={ledger} record={record} />
          {at === 0 && <Unfiled ledger={ledger} record={record} />}
          {at === 0 && other && (
            <Box role="note" sx={{ color: 'text.secondary', mt: 3, overflowWrap: 'anywhere' }}>
              {words.record.renamed(other.field[lang], other.now)}
            </Box>
          )}
        </Sheet>
      ))}
    </>
  )
}

function Facts({ section, ledger, record }: { section: Section; ledger: Ledger; record: Shown }) {
  const { lang, words } = usePanel()
  const around = useFilesTold(ledger, record)
  const main = namingField(ledger)
  const fields = section.fields.flatMap((key) => {
    const field = ledger.fields[key]
    const isHidden = field?.kind === 'records' && fieldText(field, record.data[key], around) === words.form.otherItem
    return field && !isHidden && !(key === main && record.data[key] === record.heading) && !isEmpty(record.data[key])
      ? [{ key, field }]
      : []
  })
  const lead = section.transition ? undefined : fields.find(({ field }) => isLong(field))
  const rest = fields.filter((each) => each !== lead || !lead.field.required)
  if (fields.length === 0) return <Box sx={{ color: 'text.secondary' }}>{words.common.empty}</Box>
  return (
    <>
      {/* What everybody writes needs no name above it: the text of a suggestion. */}
      {lead?.field.required && <FieldShow field={lead.field} value={record.data[lead.key]} around={around} />}
      {rest.length > 0 && (
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
            gap: 3,
            columnGap: 6,
            m: 0,
            mt: lead?.field.required ? 3 : 0,
          }}
        >
          {rest.flatMap(({ key, field: whole }) =>
            partsOf(key, whole).map(({ path, field, of }) => {
              const value = of(record.data[key])
              return isEmpty(value) ? null : (
                <Fact key={path} label={field.label[lang]} wide={!isShort(field)}>
                  <FieldShow field={field} value={value} around={around} />
                </Fact>
              )
            }),
          )}
        </Box>
      )}
    </>
  )
}

/** What values need around them, where each file tells the step that it came with: a letter of reply lies among an item's own papers. */
function useFilesTold(ledger: Ledger, record: Shown): Around {
  const { lang } = usePanel()
  const around = useAround(ledger, record)
  const { data } = useEvents(ledger.key, record.id, record.files?.length ? record.version : undefined)
  return useMemo(() => {
    const steps = stepsOfFiles(ledger, data?.data ?? [])
    const files = around.files?.map((file) => {
      const label = ledger.transitions[steps.get(file.id) ?? '']?.label[lang]
      return label ? { ...file, with: label } : file
    })
    return files ? { ...around, files } : around
  }, [ledger, around, data, lang])
}
