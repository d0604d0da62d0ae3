import { Box, Link, Typography } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { Link as To, useLocation } from 'react-router'
import type { Ledger } from '../../../shared/definition/ledger.ts'
import { measureOf } from '../../../shared/spoken.ts'
import type { Ref, Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { InlineButton } from '../../parts/InlineButton.tsx'
import { Lamp } from '../../parts/Lamp.tsx'
import { recordLamp } from '../../parts/lamp-of.ts'
import { writeNumber } from '../../parts/number.ts'
import { officeName } from '../../parts/office.ts'
import { Sheet } from '../../parts/Sheet.tsx'
import { StateChip } from '../../parts/StateChip.tsx'
import { RELATED, type RefGroup, refGroups } from './related.ts'

const SHOWN = 8

/** What the record is part of, its parts and what names or is named: by ledger, counted, each with its lamp, place and state. */
export function Related({ ledger, record }: { ledger: Ledger; record: Shown }) {
  const { words, ledgers } = usePanel()
  const { hash, key } = useLocation()
  const sheet = useRef<HTMLDivElement>(null)
  const groups = refGroups(record.refs ?? [], ledgers)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that somebody is led here, the same place too
  useEffect(() => {
    if (hash === `#${RELATED}`) sheet.current?.scrollIntoView({ block: 'center' })
  }, [hash, key])
  if (groups.length === 0) return null
  return (
    <div ref={sheet}>
      <Sheet title={words.record.related}>
        {groups.map((group) => (
          <Group key={group.key} group={group} ledger={ledger} record={record} />
        ))}
      </Sheet>
    </div>
  )
}

function Group({ group, ledger, record }: { group: RefGroup; ledger: Ledger; record: Shown }) {
  const { words, lang, ledgers } = usePanel()
  const [all, setAll] = useState(false)
  const rules = ledgers.find((each) => each.key === group.ledger)
  const name = rules?.label[lang] ?? group.ledger
  const own = { parent: words.record.parent, child: name, named: words.record.naming(name) }[group.as]
  const title = own ?? ledger.fields[group.as]?.label[lang] ?? name
  const { refs, closed, said } = group
  const measure = measureOf(refs.every((each) => each.ledger === group.ledger) ? rules : undefined)
  const shown = all || refs.length <= SHOWN ? refs : refs.slice(0, SHOWN)
  const alike = refs.length > 1 && refs.every(({ heading }) => heading === refs[0]?.heading)
  return (
    <Box component="section" sx={{ '& + &': { mt: 4 } }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 1 }}>
        {title}
        {(refs.length > 1 || group.as === 'child') && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, ml: 2 }}>
            {words.record.refs(
              writeNumber(refs.length),
              (said && rules?.states[said]?.label[lang]) || words.record.refsDone,
              refs.length > 1 || closed > 0 ? writeNumber(closed) : '',
              measure,
            )}
          </Box>
        )}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((each) => (
          <Row
            key={each.id}
            each={each}
            rules={ledgers.find(({ key }) => key === each.ledger)}
            plain={rules?.part === true && (alike || (group.as === 'child' && each.heading === record.heading))}
          />
        ))}
      </Box>
      {shown.length < refs.length && (
        <InlineButton aria-expanded={false} onClick={() => setAll(true)}>
          {words.record.refsMore(writeNumber(refs.length - shown.length), measure)}
        </InlineButton>
      )}
    </Box>
  )
}

/** `plain`: a part whose heading says nothing that its neighbours or its whole do not say; place and office name it instead. */
function Row({ each, rules, plain }: { each: Ref; rules: Ledger | undefined; plain: boolean }) {
  const { words, lang, offices } = usePanel()
  const places = [
    each.township ? officeName(offices, each.township, lang, 'township') : '',
    each.office ? officeName(offices, each.office.id, lang, each.office.kind) : '',
  ].filter(Boolean)
  const named = plain && places.length > 0 ? places.join(' · ') : each.heading
  const beside = named === each.heading ? places.filter((place) => place !== each.heading) : []
  const { number } = each
  return (
    <Box component="li" sx={row}>
      <Box component="span" sx={{ gridArea: 'lamp' }}>
        {rules && <Lamp {...recordLamp({ state: each.state, duties: each.owed ? [each.owed] : [] }, rules, words, lang)} />}
      </Box>
      <Box component="span" sx={name}>
        <Link component={To} to={`/${each.ledger}/${each.id}/show`}>
          {number && number !== named ? `${number} ${named}` : named}
        </Link>
        {each.says && (
          <Box component="span" sx={{ flexBasis: '100%' }}>
            {each.says}
          </Box>
        )}
        {beside.length > 0 && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {beside.join(' · ')}
          </Box>
        )}
      </Box>
      <Box component="span" sx={{ gridArea: 'state', color: 'text.secondary', textAlign: 'right' }}>
        {rules ? <StateChip ledger={rules} state={each.state} plain /> : each.state}
      </Box>
    </Box>
  )
}

const name = { gridArea: 'name', display: 'flex', flexWrap: 'wrap', columnGap: 2, minWidth: 0, overflowWrap: 'anywhere' } as const
const row = {
  display: 'grid',
  columnGap: 3,
  rowGap: 0.5,
  py: 1.5,
  alignItems: 'center',
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
  gridTemplateColumns: { xs: '1fr auto', sm: '8.4rem minmax(0, 1fr) auto' },
  gridTemplateAreas: { xs: '"lamp state" "name name"', sm: '"lamp name state"' },
} as const
