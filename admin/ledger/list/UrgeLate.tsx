import { Button } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import type { Shown } from '../../data.ts'
import { usePanel } from '../../panel.ts'
import { officeName } from '../../parts/office.ts'
import { type LateOffice, lateOffices } from './late.ts'

const UrgeDialog = lazy(() => import('./UrgeDialog.tsx').then(({ UrgeDialog: it }) => ({ default: it })))

/**
 * Where others are late with one of these records, for who may urge them: the button to do it, called after the one that it urges, or how `many`. Nothing
 * elsewhere.
 */
export function UrgeLate({ records, many, after }: { records: Shown[]; many?: (offices: number) => string; after?: () => void }) {
  const { words, lang, offices, scope } = usePanel()
  const [urging, setUrging] = useState<LateOffice[] | null>(null)
  const late = lateOffices(records, scope)
  const [only, another] = late
  if (!only && !urging) return null
  const close = () => {
    setUrging(null)
    after?.()
  }
  return (
    <>
      <Button onClick={() => setUrging(late)} sx={{ displayPrint: 'none' }}>
        {only && !another
          ? words.record.urgeTitle(officeName(offices, only.holder.id, lang, only.holder.kind))
          : (many ?? words.list.urgeMany)(late.length)}
      </Button>
      {urging && (
        <Suspense fallback={null}>
          <UrgeDialog offices={urging} close={close} />
        </Suspense>
      )}
    </>
  )
}
