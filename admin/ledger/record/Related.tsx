import { Box, Link } from '@mui/material'
import { Link as To } from 'react-router'
import type { Ref, Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { officeName } from '../../parts/office.ts'
import { Sheet } from '../../parts/Sheet.tsx'

/** Its parent, its children, and the records that its fields name; with their state, each a link. */
export function Related({ record }: { record: Shown }) {
  const { words, lang, ledgers, offices } = usePanel()
  const refs = record.refs ?? []
  if (refs.length === 0) return null
  const relation = (ref: Ref) => (ref.as === 'parent' ? words.record.parent : ref.as === 'child' ? words.record.child : words.record.ref)
  return (
    <Sheet title={words.record.related}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {refs.map((ref) => {
          const ledger = ledgers.find((each) => each.key === ref.ledger)
          return (
            <Box
              component="li"
              key={`${ref.as}/${ref.id}`}
              sx={{ display: 'flex', gap: 3, py: 1.5, flexWrap: 'wrap', alignItems: 'baseline' }}
            >
              <Box component="span" sx={{ color: 'text.secondary', flex: '0 0 3rem' }}>
                {relation(ref)}
              </Box>
              <Box component="span" sx={{ flex: '1 1 14rem', minWidth: 0 }}>
                <Link component={To} to={`/${ref.ledger}/${ref.id}/show`}>
                  {`${ref.number ?? ''} ${ref.heading}`.trim()}
                </Link>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {[ledger?.label[lang], ref.township ? officeName(offices, ref.township, lang, 'township') : '']
                    .filter(Boolean)
                    .map((part) => ` · ${part}`)
                    .join('')}
                </Box>
              </Box>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {ledger?.states[ref.state]?.label[lang] ?? ref.state}
              </Box>
            </Box>
          )
        })}
      </Box>
    </Sheet>
  )
}
