import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { type Page, question, type Settings, withCursor } from './api.ts'
import { request } from './http.ts'

// What the home page does without: it is loaded with the pages that ask so.

/** Several answers, each as it comes. */
export function useAskedEach<T>(paths: string[], options: Pick<Settings<T>, 'enabled' | 'staleTime' | 'retry'> = {}) {
  return useQueries({ queries: paths.map((path) => ({ ...options, ...question<T>(path) })) })
}

/** What is told in pages, one after the other as the reader wants them. */
export function usePaged<Row>(path: string) {
  return useInfiniteQuery({
    queryKey: [path, 'pages'],
    queryFn: ({ signal, pageParam }) => request<Page<Row>>(withCursor(path, pageParam), { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ data }) => data),
  })
}
