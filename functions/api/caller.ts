import type { Context } from 'hono'
import * as z from 'zod'
import { Label } from '../../shared/definition/names.ts'
import { labelled } from '../../shared/names.ts'
import { type Role, roles } from '../../shared/scope.ts'
import { FRONT_HEADER } from '../env.ts'
import type { Person } from '../store/people.ts'
import { readOwnSettings } from '../store/settings.ts'
import { world } from '../world.ts'
import type { Env } from './area.ts'

export const Email = z.string().trim().toLowerCase().max(200).pipe(z.email())
export const officeKinds = ['county', 'township', 'unit', 'deputy'] as const
export const OfficeRef = z.object({ kind: z.enum(officeKinds), id: z.string(), name: Label })

/** The signed-in person, as `GET /api/session` tells it. */
export const callerShape = () =>
  z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.enum(roles as [Role, ...Role[]]),
      office: OfficeRef,
      township: z.string().optional(),
      desks: z.array(z.string()).optional(),
      lang: z.enum(['zh', 'en']),
      today: z.string().meta({ description: 'The county’s day.' }),
    })
    .meta({ id: 'Session' })

export async function callerOf(c: Context<Env>, person: Person): Promise<z.infer<ReturnType<typeof callerShape>>> {
  const [{ offices }, settings] = await Promise.all([world(), readOwnSettings({ person: person.id })])
  const { id, name, email, role, office, township, desks } = person
  const label = labelled(offices.find((one) => one.kind === office.kind && one.id === office.id)?.name, office.id)
  const lang = settings.language === 'en' || settings.lang === 'en' ? 'en' : 'zh'
  const rest = { ...(township ? { township } : {}), ...(desks ? { desks } : {}) }
  return { id, name, email, role, office: { ...office, name: label }, ...rest, lang, today: c.var.clock.today }
}

/**
 * Where a request came from, for the log of sign-ins and to slow down who guesses: the address that the gateway saw. What came through CloudFront, as its
 * secret proves, came from whom CloudFront saw: it adds him to what he says himself of the way, and the gateway adds CloudFront, so that he is the last
 * but one. Whoever goes round CloudFront cannot make up an address.
 */
export function addressOf(c: Context<Env>): string {
  const env = c.env as { requestContext?: { http?: { sourceIp?: string } } } | undefined
  const { frontSecret } = c.var.deps
  const said = c.req.header(FRONT_HEADER)
  const proven = said !== undefined && said !== '' && (frontSecret ?? '').split(',').includes(said)
  const seen = proven ? c.req.header('x-forwarded-for')?.split(',').at(-2)?.trim() : undefined
  return seen || env?.requestContext?.http?.sourceIp || 'unknown'
}
