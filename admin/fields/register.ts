import type { Label, Lang } from '../../shared/names.ts'
import type { Office } from '../../shared/world.ts'
import { useAsked } from '../api.ts'
import { officeName } from '../parts/office.ts'

/** A deputy as his file tells; why he does not act, whoever may read the file. */
export type Filed = { name: string; township: string | null; paused?: Label }
/**
 * A name that somebody who holds a seat bears, and the townships for which those of that name stand; `account`: whether one of them can be told of anything;
 * `paused`: why none of them acts for the time being. Which of them is meant, the item's township tells.
 */
export type Known = { name: string; place: string; townships: string[]; account: boolean; paused?: string }

/** Who holds a seat, as far as the person of this tab is told; undefined until it is known. */
export function useFiled(): Filed[] | undefined {
  return useAsked<{ data: Filed[] }>('/deputies', { staleTime: 600_000 }).data?.data
}

/** The deputies who hold a seat, by their accounts and their files, each name once with all the places for which those of that name stand. */
export function registerOf(offices: Office[], files: Filed[], lang: Lang): Known[] {
  const seats = offices.filter((office) => office.kind === 'deputy' && !office.closed)
  const all = [
    ...seats.map(({ name, township = null }) => ({ name: name[lang], township, account: true })),
    ...files.map(({ name, township }) => ({ name, township, account: false })),
  ]
  const pausedIn = (name: string, township: string | null) => files.find((file) => file.name === name && file.township === township)?.paused
  return [...new Set(all.map(({ name }) => name))].map((name) => {
    const those = all.filter((one) => one.name === name)
    const townships = [...new Set(those.flatMap(({ township }) => township ?? []))]
    const paused = those.map(({ township }) => pausedIn(name, township))
    return {
      name,
      townships,
      place: townships.map((id) => officeName(offices, id, lang, 'township')).join(lang === 'zh' ? '、' : ', '),
      account: those.some(({ account }) => account),
      ...(paused[0] && paused.every(Boolean) ? { paused: paused[0][lang] } : {}),
    }
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
