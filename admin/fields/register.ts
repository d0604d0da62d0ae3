import { useQuery } from '@tanstack/react-query'
import type { Label, Lang } from '../../shared/names.ts'
import type { Office } from '../../shared/world.ts'
import { request } from '../http.ts'
import { officeName } from '../parts/office.ts'

/** A deputy as his file tells. */
export type Filed = { name: string; township: string | null; paused?: Label }
/** A deputy who holds a seat; `account`: whether he can be told of anything; `paused`: why he does not act for the time being. */
export type Known = { name: string; place: string; township?: string | undefined; account?: boolean; paused?: string }

/** Whose files the person of this tab may read, as far as they have not ended; undefined until it is known. */
export function useFiled(): Filed[] | undefined {
  return useQuery({
    queryKey: ['deputies'],
    queryFn: ({ signal }) => request<{ data: Filed[] }>('/deputies', { signal }),
    staleTime: 600_000,
  }).data?.data
}

/** The deputies who hold a seat, by their accounts and their files, each name once, with the place that it stands for. */
export function registerOf(offices: Office[], files: Filed[], lang: Lang): Known[] {
  const seats = offices.filter((office) => office.kind === 'deputy' && !office.closed)
  const all = [
    ...seats.map(({ name, township }) => ({ name: name[lang], township, account: true })),
    ...files.map(({ name, township }) => ({ name, township: township ?? undefined, account: false })),
  ]
  return all
    .filter(({ name }, at) => all.findIndex((other) => other.name === name) === at)
    .map((each) => {
      const paused = files.find(({ name, township }) => name === each.name && (township ?? undefined) === each.township)?.paused
      const place = each.township ? officeName(offices, each.township, lang, 'township') : ''
      return { ...each, place, ...(paused ? { paused: paused[lang] } : {}) }
    })
}

/** Where everything of a deputy whom a record names stands: of whoever has an account, and of whose file (`isFile`) the record is. */
export function deputyPage(
  offices: Office[],
  { township }: { township: string | null },
  isFile: boolean,
  name: string,
): string | undefined {
  const seat = offices.find(
    (office) =>
      office.kind === 'deputy' && !office.closed && office.name.zh === name && (township === null || office.township === township),
  )
  if (seat) return `/offices/deputy/${seat.id}`
  return isFile ? `/offices/deputy/${encodeURIComponent(name)}${township === null ? '' : `?township=${township}`}` : undefined
}
