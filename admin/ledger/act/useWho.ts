import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { holding } from '../../../shared/post.ts'
import type { PeopleAnswer } from '../../../shared/wire.ts'
import { request } from '../../http.ts'
import { usePanel } from '../../panel.ts'

/** Tells who in an office would hear of what it owes, as far as the caller knows its people: the county knows all. */
export function useWho(): (holder: { kind: string; id: string }) => string[] {
  const { scope } = usePanel()
  const { data } = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => request<PeopleAnswer>('/people', { signal }),
    staleTime: 300_000,
    enabled: scope.role !== 'leader',
  })
  return useCallback(
    ({ kind, id }) => {
      const all = data?.data ?? []
      if (kind === 'person') return all.filter((person) => person.id === id).map(({ name }) => name)
      const office = all.filter((person) => person.office.kind === kind && person.office.id === id)
      return holding('liaison', office).people.map(({ name }) => name)
    },
    [data],
  )
}
