import { useMemo } from 'react'
import type { Ledger } from '../../shared/ledger.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import type { Around } from './kind.ts'

/** What values of this record need around them to be written. */
export function useAround(ledger?: Ledger, record?: Pick<Shown, 'refs' | 'files' | 'people'>): Around {
  const { lang, words, offices, today } = usePanel()
  const { refs, files, people } = record ?? {}
  return useMemo(
    () => ({
      lang,
      words,
      offices,
      today,
      ...(ledger ? { fields: ledger.fields } : {}),
      ...(refs ? { refs } : {}),
      ...(files ? { files } : {}),
      ...(people ? { people } : {}),
    }),
    [lang, words, offices, today, ledger, refs, files, people],
  )
}
