import { useQuery } from '@tanstack/react-query'

/** A part of the platform that is fetched when it is first wanted, once for the whole panel. */
export function useModule<T>(name: string, load: () => Promise<T>, wanted = true): T | undefined {
  return useQuery({ queryKey: ['module', name], queryFn: load, staleTime: Number.POSITIVE_INFINITY, enabled: wanted }).data
}
