import type { Label } from '../../shared/names.ts'
import { useAsked } from '../api.ts'

type Failing = { id: string; name: string; email: string; since: string; complained?: true }
export type OfficeAddresses = { office: { kind: string; id: string; name: Label }; working: number; red: boolean; failing: Failing[] }

/** Offices with addresses to look after. */
export function useAddresses() {
  return useAsked<{ data: OfficeAddresses[] }>('/addresses').data?.data
}
