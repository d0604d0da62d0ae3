import { useQueryClient } from '@tanstack/react-query'
import { useNotify } from 'react-admin'
import type { Label } from '../../shared/names.ts'
import type { Post } from '../../shared/post.ts'
import type { Role } from '../../shared/scope.ts'
import type { Office } from '../../shared/world.ts'
import { afterPeople, askAnew, useAsked } from '../api.ts'
import { request } from '../http.ts'
import { usePanel } from '../panel.ts'
import { sentenceOf } from '../sign/sentence.ts'
import { type AccountWords, accountWords } from '../words/accounts.ts'

export type Account = {
  id: string
  name: string
  email: string
  role: Role
  office: { kind: Office['kind']; id: string; name: Label }
  township?: string
  desks?: string[]
  posts?: Post[]
  phone?: string
  disabled: boolean
  bounced?: string
  complained?: true
  createdAt: string
  signedInAt?: string
}
export type Login = { at: string; what: string; ip?: string }

/** Which roles belong to which kind of office. */
export const rolesOf: Record<Office['kind'], Role[]> = {
  county: ['county', 'admin', 'leader'],
  township: ['clerk'],
  unit: ['liaison'],
  deputy: ['deputy'],
}

/** Deputies and the county's leaders have no post in an office. */
export function hasPosts(office: Pick<Office, 'kind'> | null, role: Role | ''): boolean {
  return office !== null && office.kind !== 'deputy' && role !== 'leader'
}

export function useAccountWords(): AccountWords {
  return accountWords[usePanel().lang]
}

export function useAccounts() {
  return useAsked<{ data: Account[] }>('/accounts')
}

export function useAccount(id: string) {
  return useAsked<Account & { logins: Login[] }>(`/accounts/${id}`)
}

/** The offices as they are now, closed ones too; those of the start may be older. */
export function useOffices() {
  return useAsked<{ data: Office[] }>('/offices')
}

/** Sends a change of an account or an office, and asks anew for what is shown of them. */
export function useChange() {
  const client = useQueryClient()
  return async <T>(path: string, method: string, body?: unknown): Promise<T> => {
    const answer = await request<T>(path, { method, ...(body === undefined ? {} : { body }) })
    await askAnew(client, ...afterPeople)
    return answer
  }
}

/** Says what was done, or why it was not. */
export function useSayDone(): { done: (sentence: string) => void; failed: (error: unknown) => void } {
  const notify = useNotify()
  const { words } = usePanel()
  return { done: (sentence) => notify(sentence, { type: 'info' }), failed: (error) => notify(sentenceOf(error, words), { type: 'error' }) }
}

/** What an account sees, in a sentence. */
export function seesOf({ role, office }: Pick<Account, 'role' | 'office'>, words: AccountWords, lang: 'zh' | 'en'): string {
  const said = words.sees[role]
  return typeof said === 'string' ? said : said(office.name[lang])
}
