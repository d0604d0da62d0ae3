import { type QueryClient, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import { request } from './http.ts'

// Ledgers are resources of the framework, through `data.ts`. Whatever else the panel asks it asks here, over the same client: the key of a question is its
// path, so that it is asked once from wherever, and what is done makes stale by how paths begin.

/** `of`: what the answer depends on beside its path, such as the language. `body`: what would come of doing it, asked without doing it. */
type More = { of?: string | number | undefined; body?: unknown }
export type Settings<T, Told = T> = Omit<UseQueryOptions<T, Error, Told>, 'queryKey' | 'queryFn'>
export type Page<Row> = { data: Row[]; next?: string }

/** What the API answers to a path; nothing is asked without one. */
export function useAsked<T, Told = T>(path: string | null, { of, body, ...options }: Settings<T, Told> & More = {}) {
  return useQuery<T, Error, Told>({ ...options, ...question<T>(path, { of, body }), ...(path === null ? { enabled: false } : {}) })
}

const LEARNED = 'learned'
type Pages<Row> = { enough?: Enough<Row>; learned?: true }

/**
 * What is told in pages, with every page read at once, until there is `enough`. `learned`: it is there to learn from, and too much to be read again for one
 * change.
 */
export function useEvery<Row>(path: string | null, { enough, learned, ...options }: Settings<Row[]> & Pages<Row> = {}) {
  return useQuery({
    ...options,
    queryKey: everyKey(path, learned),
    queryFn: ({ signal }) => everyPage<Row>((each) => request(each, { signal }), path ?? '', enough),
    ...(path === null ? { enabled: false } : {}),
  })
}

/** The key of what is read to its last page. */
export const everyKey = (path: string | null, learned?: true) => [path ?? '', 'every', ...(learned ? [LEARNED] : [])]

/** Whether what was found in so many pages will do. */
type Enough<Row> = (found: Row[], pages: number) => boolean

/** Every row, page after page: a count or a sum of some of them would be a false one. */
export async function everyPage<Row>(
  ask: (path: string) => Promise<Page<Row>>,
  path: string,
  enough: Enough<Row> = () => false,
): Promise<Row[]> {
  const found: Row[] = []
  let cursor: string | undefined = ''
  for (let pages = 0; cursor !== undefined && !(pages > 0 && enough(found, pages)); pages++) {
    const page: Page<Row> = await ask(withCursor(path, cursor))
    found.push(...page.data)
    cursor = page.next
  }
  return found
}

/** What a step on items of these ledgers changes beside their lists: what is owed, counted, told by figures and waited for, and who holds a seat. */
export const afterStep = (ledgers: string[]) => [
  ...['/duties', '/counts', '/figures/', '/records?', '/deputies'],
  ...ledgers.map((ledger) => `/records/${ledger}?`),
]
/** What a change of an account or an office changes. */
export const afterPeople = ['/accounts', '/offices', '/addresses', '/people']

/** Lets the questions whose paths begin so be asked anew: those on the page at once, the others when they are next wanted. */
export function askAnew(client: QueryClient, ...begins: string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => !queryKey.includes(LEARNED) && begins.some((each) => String(queryKey[0]).startsWith(each)),
  })
}

/** The same of everything that is known, the framework's lists too, but for what begins so. */
export function askAllAnew(client: QueryClient, but?: string): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey: [path] }) => but === undefined || !String(path).startsWith(but) })
}

/** Writes down what is known without asking for it. */
export function told(client: QueryClient, path: string, answer: unknown): void {
  client.setQueryData(question(path).queryKey, answer)
}

/** A path with what is asked of it; what is empty is not asked. */
export function asPath(base: string, asked: Record<string, string | undefined>): string {
  const query = new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString()
  return query ? `${base}?${query}` : base
}

/** How the framework asks it. */
export function question<T>(path: string | null, { of, body }: More = {}) {
  const asked = body === undefined ? [path ?? '', of] : [`would ${path}`, body]
  return {
    queryKey: asked.filter((each) => each !== undefined),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      request<T>(path ?? '', { signal, ...(body === undefined ? {} : { method: 'POST', body }) }),
  }
}

export const withCursor = (path: string, cursor: string) =>
  cursor ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : path
