import { at } from './at.ts'
import { newSecret } from './secret.ts'
import { getItem, putItem, tableName } from './table.ts'

const known = new Map<string, string>()

/** The county's own secret, made when it is first asked for: ids that follow from what a record says are keyed by it, and links in mails are signed with it. Never told. */
export async function countySecret(): Promise<string> {
  const key = { pk: at('COUNTY'), sk: 'SECRET' }
  // It never changes, so a process asks once.
  const place = `${tableName()}/${key.pk}`
  const secret = known.get(place) ?? (await getItem<{ secret: string }>(key))?.secret
  if (secret !== undefined) {
    known.set(place, secret)
    return secret
  }
  // Of two that ask first at once, the one that was quicker is asked.
  await putItem({ ...key, secret: newSecret() }, { absent: true })
  return countySecret()
}
