import { useMemo } from 'react'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Data } from '../../shared/record.ts'
import type { Shown } from '../data.ts'
import { usePanel } from '../panel.ts'
import type { Around } from './kind.ts'

/** What values of this record need around them to be written. */
export function useAround(ledger?: Ledger, record?: Pick<Shown, 'refs' | 'files' | 'people'> & { data?: Data }): Around {
  const { lang, words, offices, today } = usePanel()
  const { refs, files, people, data } = record ?? {}
  return useMemo(
    () => ({
      lang,
      words,
      offices,
      today,
      ...(ledger ? { fields: ledger.fields } : {}),
      ...(data ? { data } : {}),
      ...(refs ? { refs } : {}),
      ...(files ? { files } : {}),
      ...(people ? { people } : {}),
    }),
    [lang, words, offices, today, ledger, data, refs, files, people],
  )
}
