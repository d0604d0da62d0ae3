import { personByEmail } from '../../../functions/store/people.ts'
import { inbox } from '../../platform.ts'

/** What stands in the address of the link for a password that somebody of this county was mailed last; other counties of the tests share the inbox. */
export async function linkTo(mail: string, email: string): Promise<string> {
  const { id } = (await personByEmail('system', email)) ?? {}
  const links = (await inbox(mail)).flatMap(
    ({ body }) => new RegExp(`new-password\\?token=(${id}\\.[\\w-]+)`).exec(body.text ?? '')?.[1] ?? [],
  )
  return links.at(-1) ?? 'no mail'
}
