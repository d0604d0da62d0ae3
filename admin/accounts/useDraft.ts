import { useState } from 'react'
import type { Post } from '../../shared/post.ts'
import type { Role } from '../../shared/scope.ts'
import type { Office } from '../../shared/world.ts'
import { type Account, hasPosts, rolesOf } from './accounts.ts'

export type Draft = { name: string; email: string; office: Office | null; role: Role | ''; posts: Post[]; phone: string; desks: string }

/** An account while it is being written. The office says which roles there are, so choosing one sets the other. */
export function useDraft(account: Account | null, offices: Office[]) {
  const [draft, setDraft] = useState<Draft>(() => ({
    name: account?.name ?? '',
    email: account?.email ?? '',
    office: account ? (offices.find(({ id, kind }) => id === account.office.id && kind === account.office.kind) ?? null) : null,
    role: account?.role ?? '',
    posts: account?.posts ?? ['liaison'],
    phone: account?.phone ?? '',
    desks: account?.desks?.join(' ') ?? '',
  }))
  const change = (next: Partial<Draft>) =>
    setDraft((now) => {
      const all = { ...now, ...next }
      const roles = all.office ? rolesOf[all.office.kind] : []
      return { ...all, role: all.role && roles.includes(all.role) ? all.role : (roles[0] ?? '') }
    })
  return { draft, change }
}

/** The body that the API takes; desks only for the county office. */
export function bodyOf({ name, email, office, role, posts, phone, desks }: Draft): Record<string, unknown> {
  const list = desksIn(desks)
  return {
    name: name.trim(),
    email: email.trim(),
    role,
    office: office && { kind: office.kind, id: office.id },
    ...(hasPosts(office, role) ? { posts } : {}),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(office?.kind === 'county' ? { desks: list } : {}),
  }
}

/** Desks as they are typed, parted by blanks or commas. */
export function desksIn(text: string): string[] {
  return text.split(/[\s,，、]+/).filter(Boolean)
}
