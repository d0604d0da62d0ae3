import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NamedDay } from '../../shared/deadline/calendar.ts'
import type { Rung } from '../../shared/definition/ledger.ts'
import type { Sitting } from '../../shared/sitting.ts'
import type { Wordings } from '../../shared/wording.ts'
import { askAnew, told, useAsked } from '../api.ts'
import { request } from '../http.ts'

export type CountySettings = {
  off: NamedDay[]
  work: NamedDay[]
  published: number[]
  reminders?: { long?: Rung[]; short?: Rung[] }
  overviews?: { weekly?: boolean; monthly?: boolean }
  wording?: Wordings
  /** How many days the files of imports are kept. */
  fileDays?: number
  /** After so many working days an entry says why it comes so late; after so many days only an administrator enters. */
  entry?: { workdays: number; days?: number }
  sittings: Sitting[]
  /** When the last of them was opened. */
  sittingOpenedOn?: string
  version: number
}

const path = '/county-settings'

export function useCountySettings() {
  return useAsked<CountySettings>(path)
}

/** Saves the whole of it; what this page does not show stays as it was. */
export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ sittings: _, sittingOpenedOn: __, version, ...body }: CountySettings) =>
      request<CountySettings>(path, { method: 'PUT', body, version }),
    onSuccess: (settings) => {
      told(client, path, settings)
      // What would go out goes by them.
      void askAnew(client, '/notices/preview', '/notices/forecast')
    },
    onError: () => askAnew(client, path),
  })
}
