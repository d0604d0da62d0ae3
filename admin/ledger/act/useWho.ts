import { useCallback } from 'react'
import { holding } from '../../../shared/post.ts'
import type { PeopleAnswer } from '../../../shared/wire.ts'
import { useAsked } from '../../api.ts'
import { usePanel } from '../../panel.ts'

/** Tells who in an office would hear of what it owes, as far as the caller knows its people: the county knows all. Undefined while nobody is known. */
export function useWho(): (holder: { kind: string; id: string }) => string[] | undefined {
  const { scope } = usePanel()
  const { data } = useAsked<PeopleAnswer>(scope.role === 'leader' ? null : '/people', { staleTime: 300_000 })
  return useCallback((holder) => whoOf(data?.data, holder), [data])
}

/** The names of those who would hear of what a holder owes; undefined while nobody is known, which is not the same as nobody. */
export function whoOf(people: PeopleAnswer['data'] | undefined, { kind, id }: { kind: string; id: string }): string[] | undefined {
  if (!people) return undefined
  if (kind === 'person') return people.filter((person) => person.id === id).map(({ name }) => name)
  const office = people.filter((person) => person.office.kind === kind && person.office.id === id)
  return holding('liaison', office).people.map(({ name }) => name)
}
