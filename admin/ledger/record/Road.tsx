import { Box, Paper } from '@mui/material'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { DayText } from '../../parts/DayText.tsx'
import { placeOn, type RoadNode, roadNodes } from '../road.ts'

/** Where the record stands on its shortest way to the end. Not drawn when it has left the way. On a phone one line and a bar. */
export function Road({ ledger, record, short = false }: { ledger: Ledger; record: Shown; short?: boolean }) {
  const { today, lang, words } = usePanel()
  const nodes = roadNodes(ledger, record.state, record.took ?? {}, today, record.data)
  const at = nodes.findIndex((node) => node.present)
  if (nodes.length === 0) return null
  if (short) {
    const here = nodes[at]
    const place = placeOn(ledger, record.state, nodes)
    return (
      <Box sx={{ mb: 3 }}>
        <Box sx={{ color: 'text.secondary', mb: 1 }}>
          {words.record.step(place.at, place.of)}
          <Box component="strong" sx={{ color: 'text.primary' }}>
            {here?.label[lang]}
          </Box>
          {here?.days ? `（${words.record.dayCount(here.days)}）` : ''}
        </Box>
        <Box aria-hidden sx={{ height: 6, borderRadius: 3, bgcolor: 'divider', overflow: 'hidden' }}>
          <Box sx={{ height: '100%', width: `${(place.at / place.of) * 100}%`, bgcolor: 'primary.main' }} />
        </Box>
      </Box>
    )
  }
  return (
    <Paper
      variant="outlined"
      component="ol"
      sx={{ borderRadius: 2, m: 0, mb: 3, px: 5, py: 3.5, display: 'flex', flexWrap: 'wrap', rowGap: 2, listStyle: 'none' }}
    >
      {nodes.map((node, index) => (
        <Stop key={node.key} node={node} last={index === nodes.length - 1} />
      ))}
    </Paper>
  )
}

function Stop({ node, last }: { node: RoadNode; last: boolean }) {
  const { lang, words } = usePanel()
  const { past, present } = node
  return (
    <Box
      component="li"
      aria-current={present ? 'step' : undefined}
      sx={{ flex: last ? '0 0 auto' : '1 0 5.2rem', position: 'relative', pr: 2 }}
    >
      {!last && (
        <Box
          aria-hidden
          sx={{ position: 'absolute', left: 8, right: 0, top: '0.52rem', height: 2, bgcolor: past ? 'primary.main' : 'divider' }}
        />
      )}
      <Box
        aria-hidden
        sx={{
          position: 'relative',
          width: '1.07rem',
          height: '1.07rem',
          borderRadius: '50%',
          bgcolor: past ? 'primary.main' : 'background.paper',
          border: present ? '4px solid' : '2px solid',
          borderColor: past || present ? 'primary.main' : 'text.secondary',
          mb: 0.5,
        }}
      />
      <Box
        sx={{
          fontSize: '0.93rem',
          fontWeight: present ? 700 : 400,
          color: present ? 'text.primary' : 'text.secondary',
          lineHeight: 1.35,
          ...(last ? { whiteSpace: 'nowrap' } : {}),
        }}
      >
        {node.label[lang]}
      </Box>
      <Box sx={{ fontSize: '0.87rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {node.on ? <DayText day={node.on} as="bare" /> : node.days ? words.record.dayCount(node.days) : ''}
      </Box>
    </Box>
  )
}
