import { Box, Button, LinearProgress, Typography } from '@mui/material'
import { type ReactNode, useEffect } from 'react'
import { useListContext } from 'react-admin'
import { Link, useLocation } from 'react-router'
import { mayCreate } from '../../../shared/engine/rights.ts'
import { everything } from '../../cursors.ts'
import type { Shown } from '../../data.ts'
import { Loading } from '../../frame/Loading.tsx'
import { mayOpen } from '../../frame/may-open.ts'
import { usePanel } from '../../panel.ts'
import { rememberPlace } from '../place.ts'
import { Cards } from './Cards.tsx'
import { activeOf, type FilterValues } from './filters.ts'
import { useListOf } from './ListContext.ts'
import { ListTable } from './ListTable.tsx'
import { useTotal } from './useTotal.ts'

/** The rows, or why there are none: still coming, failed, nothing found, nothing there at all. Filters and tabs stay above in every case. */
export function ListBody({ phone }: { phone: boolean }) {
  const { words, scope } = usePanel()
  const { name, filters } = useListOf()
  const { data, error, isPending, isPlaceholderData, refetch, filterValues, page, perPage } = useListContext<Shown>()
  const total = useTotal()
  const { search } = useLocation()
  useEffect(() => {
    if (data)
      rememberPlace(name, {
        ids: data.map(({ ledger, id }) => ({ ledger, id })),
        from: phone ? 1 : (page - 1) * perPage + 1,
        search,
        ...(total === undefined ? {} : { total }),
      })
  }, [data, name, page, perPage, search, total, phone])

  if (error && !data) {
    return (
      <Told sentence={words.list.failed} alert>
        <Button onClick={() => void refetch()}>{words.common.retry}</Button>
      </Told>
    )
  }
  if (isPending || !data)
    return (
      <Box sx={{ px: { sm: 4 } }}>
        <Loading rows={8} />
      </Box>
    )
  // What belongs to several ledgers has one act in common: urging whoever is late with it.
  const selectable = name !== everything || scope.office.kind === 'county' || scope.office.kind === 'township'
  if (data.length > 0)
    return (
      <Asked waiting={isPlaceholderData ?? false}>
        {phone ? <Cards selectable={selectable} /> : <ListTable selectable={selectable} />}
      </Asked>
    )
  return activeOf(filters, filterValues as FilterValues, words).length > 0 ? <Nothing /> : <Empty />
}

/** Rows of the question before, while the next is asked: pale under a thin line, so that a filter shows that it works. Nothing moves for it. */
function Asked({ waiting, children }: { waiting: boolean; children: ReactNode }) {
  const { words } = usePanel()
  return (
    <Box aria-busy={waiting} sx={{ position: 'relative' }}>
      {waiting && <LinearProgress aria-label={words.common.loading} sx={line} />}
      <Box sx={{ transition: 'opacity 120ms', ...(waiting ? { opacity: 0.5 } : {}) }}>{children}</Box>
    </Box>
  )
}

const line = { position: 'absolute', top: 0, left: 0, right: 0, height: 2, zIndex: 2, displayPrint: 'none' } as const

function Nothing() {
  const { words } = usePanel()
  const { filters } = useListOf()
  const { filterValues, setFilters } = useListContext()
  const active = activeOf(filters, filterValues as FilterValues, words)
  return (
    <Told sentence={words.list.nothing}>
      {active.length > 1 &&
        active.map(({ key, label, without }) => (
          <Button key={key} onClick={() => setFilters(without)}>
            {words.list.drop(label)}
          </Button>
        ))}
      <Button onClick={() => setFilters({})}>{words.list.clear}</Button>
    </Told>
  )
}

function Empty() {
  const { words, lang, scope, me } = usePanel()
  const { ledgers, measure } = useListOf()
  const ledger = ledgers.length === 1 ? ledgers[0] : undefined
  if (!ledger || !mayCreate(ledger, scope)) return <Told sentence={words.list.empty(ledger?.label[lang])} />
  const imports = ledger.import !== undefined && mayOpen('/import', me.role)
  return (
    <Told sentence={(imports ? words.list.emptyCreate : words.list.emptyCreateOnly)(ledger.label[lang], measure)}>
      <Button component={Link} to={`/${ledger.key}/create`} variant="contained">
        {words.list.create(ledger.label[lang])}
      </Button>
      {imports && (
        <Button component={Link} to={`/import/${ledger.key}`}>
          {words.list.import}
        </Button>
      )}
    </Told>
  )
}

function Told({ sentence, children, alert = false }: { sentence: string; children?: ReactNode; alert?: boolean }) {
  return (
    <Box role={alert ? 'alert' : 'status'} sx={{ px: { xs: 0, sm: 4 }, py: 8 }}>
      <Typography sx={{ mb: 4 }}>{sentence}</Typography>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>{children}</Box>
    </Box>
  )
}
