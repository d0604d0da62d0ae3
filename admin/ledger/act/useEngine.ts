import { useQuery } from '@tanstack/react-query'

type Engine = typeof import('../../../shared/engine/transition.ts')

/** The engine itself, fetched when a form first needs it: the panel judges and foresees with the server's own functions. */
export function useEngine(): Engine | undefined {
  return useQuery({
    queryKey: ['engine'],
    queryFn: () => import('../../../shared/engine/transition.ts'),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}
