import { Box, Button, Link } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { useDataProvider, useNotify } from 'react-admin'
import { Link as To, useNavigate } from 'react-router'
import { titled } from '../../shared/spoken.ts'
import type { PanelData, Shown } from '../data.ts'
import { ledBack, sentBack } from '../ledger/sent-back.ts'
import { useKeep } from '../ledger/useRecord.ts'
import { usePanel } from '../panel.ts'
import { Lamp } from '../parts/Lamp.tsx'
import { dutyLamp } from '../parts/lamp-of.ts'
import { officeName } from '../parts/office.ts'
import { sentenceOf } from '../sign/sentence.ts'
import type { OwedDuty } from './duties.ts'
import { waysOf } from './ways.ts'

const ActDrawer = lazy(() => import('../ledger/act/ActDrawer.tsx').then(({ ActDrawer: it }) => ({ default: it })))

/** One duty: its lamp, what and on which record, and the act that discharges it, whose form opens here. */
export function DutyRow({ duty, strong, done }: { duty: OwedDuty; strong: boolean; done: () => void }) {
  const { words, lang, ledgers, offices } = usePanel()
  const data = useDataProvider<PanelData>()
  const notify = useNotify()
  const navigate = useNavigate()
  const keep = useKeep()
  const [record, setRecord] = useState<Shown | null>(null)
  const ledger = ledgers.find((each) => each.key === duty.record.ledger)
  const transition = duty.transition ? ledger?.transitions[duty.transition] : undefined
  const stands = { state: duty.record.state, took: duty.record.took ?? {} }
  const back = ledger && (ledger.transitions[sentBack(ledger, stands) ?? '']?.label ?? ledBack(ledger, stands)?.says)
  const path = `/${duty.record.ledger}/${duty.record.id}/show`
  const choice = ledger !== undefined && waysOf(ledger, duty.record.state, duty.key).length > 1
  const act = record?.may?.transitions.find((each) => each.key === duty.transition && each.possible)

  const open = async () => {
    try {
      const { data: found } = await data.getOne<Shown>(duty.record.ledger, { id: duty.record.id })
      if (found.may?.transitions.some((each) => each.key === duty.transition && each.possible)) setRecord(found)
      else void navigate(path)
    } catch (error) {
      notify(sentenceOf(error, words), { type: 'error' })
    }
  }
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        alignItems: 'center',
        gap: { xs: 2, sm: 4 },
        px: { xs: 4, sm: 5 },
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: { xs: '1 0 100%', sm: lang === 'zh' ? '0 0 9rem' : '0 0 10.8rem' } }}>
        <Lamp {...dutyLamp(duty, words, lang)} />
      </Box>
      <Box sx={{ flex: '1 1 14rem', minWidth: 0 }}>
        <Link component={To} to={path} data-row-link sx={twoLines}>
          {words.today.duty(duty.label[lang], titled(duty.record.heading, ledger)[lang])}
        </Link>
        <Box sx={{ color: 'text.secondary', fontSize: '0.93rem' }}>
          {back && <strong>{`${back[lang]} · `}</strong>}
          {[
            duty.record.partOf,
            duty.record.number,
            ledger?.label[lang],
            duty.record.township && officeName(offices, duty.record.township, lang, 'township'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Box>
      </Box>
      {(transition || choice) && (
        <Button
          variant={strong ? 'contained' : 'outlined'}
          onClick={() => void (choice ? navigate(path) : open())}
          sx={{ width: { xs: '100%', sm: 'auto' } }}
          aria-label={`${choice ? words.today.choose : transition?.label[lang]} ${duty.record.heading}`}
        >
          {choice ? words.today.choose : transition?.label[lang]}
        </Button>
      )}
      {ledger && record && act && (
        <Suspense fallback={null}>
          <ActDrawer
            ledger={ledger}
            record={record}
            act={act}
            close={() => setRecord(null)}
            done={(next) => {
              setRecord(null)
              keep(next)
              done()
            }}
          />
        </Suspense>
      )}
    </Box>
  )
}

const twoLines = {
  color: 'text.primary',
  fontWeight: 700,
  overflowWrap: 'anywhere',
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  overflow: 'hidden',
} as const
