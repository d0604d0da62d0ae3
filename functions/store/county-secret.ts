import { at } from './at.ts'
import { newSecret } from './secret.ts'
import { getItem, putItem } from './table.ts'

/** The county's own secret, made when it is first asked for: ids that follow from what a record says are keyed by it. Never told. */
export async function countySecret(): Promise<string> {
  const key = { pk: at('COUNTY'), sk: 'SECRET' }
  const known = await getItem<{ secret: string }>(key)
  if (known) return known.secret
  // Of two that ask first at once, the one that was quicker is asked.
  await putItem({ ...key, secret: newSecret() }, { absent: true })
  return countySecret()
}
