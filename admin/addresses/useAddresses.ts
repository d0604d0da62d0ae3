import { useQuery } from '@tanstack/react-query'
import type { Label } from '../../shared/names.ts'
import { request } from '../http.ts'

type Failing = { id: string; name: string; email: string; since: string; complained?: true }
export type OfficeAddresses = { office: { kind: string; id: string; name: Label }; working: number; red: boolean; failing: Failing[] }

/** Offices with addresses to look after; the key lies under that of accounts, so that a change of one asks anew. */
export function useAddresses() {
  return useQuery({
    queryKey: ['accounts', 'addresses'],
    queryFn: ({ signal }) => request<{ data: OfficeAddresses[] }>('/addresses', { signal }),
  }).data?.data
}
