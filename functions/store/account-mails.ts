import { at } from './at.ts'
import { marks, unfinished } from './notices.ts'
import { systemScope } from './system-scope.ts'
import { getItem, type Item, updateItem } from './table.ts'
import type { Write } from './transaction.ts'

/**
 * That a person is owed a mail with a link for a password. It says nothing of the link: that is made when the mail goes, so that no secret lies here.
 * `asked`: when it was asked for; `at`: when it was last begun; `behind`: nobody waits for it, the table's stream sends it; `why`: what the mail service answered.
 */
export type AccountMail = {
  person: string
  state: 'open' | 'sent' | 'refused' | 'late'
  asked: string
  at: string
  behind?: true
  why?: string
}

/** Longer than a mail service is ever away; whoever still needs a link asks again. */
const DAYS = 3
const place = (person: string) => ({ pk: at('OWED', person), sk: 'A' })

/** The write that owes somebody his mail, whatever became of an earlier one; it stands on the heap of what is unfinished until it went out. */
export function oweAccountMail(person: string, now: Date, { behind }: { behind?: true } = {}): Write {
  const instant = now.toISOString()
  return {
    put: {
      ...place(person),
      account: true,
      person,
      state: 'open',
      asked: instant,
      at: instant,
      ...(behind ? { behind } : {}),
      ...unfinished(systemScope(), instant, person),
    },
  }
}

/** What is owed to a person, or was. */
export async function readAccountMail(person: string): Promise<AccountMail | null> {
  return accountMail(await getItem(place(person)))
}

/** The account mail in an item of the heap; null when it is something else. */
export function accountMail(item: Item | undefined): AccountMail | null {
  if (!item?.account) return null
  const { pk, sk, g2pk, g2sk, account, ...mail } = item
  return mail as unknown as AccountMail
}

/** Begins it once more: false when somebody else just did, or a newer one was asked for, or it is given up. */
export async function beginAgain({ person, asked, at: seen }: AccountMail, now: Date): Promise<boolean> {
  const instant = now.toISOString()
  const when = { text: '#s = :open AND #a = :seen', names: { '#s': 'state', '#a': 'at' }, values: { ':open': 'open', ':seen': seen } }
  if (now.getTime() - Date.parse(asked) > DAYS * 86_400_000) {
    await updateItem(place(person), { set: { state: 'late' }, remove: marks, when })
    return false
  }
  return (await updateItem(place(person), { set: { at: instant, ...unfinished(systemScope(), instant, person) }, when })) !== false
}

/** How it went. What may still go out later stays open on its heap; a newer one that was asked for meanwhile is left alone. */
export async function endAccountMail(
  { person, at: begun }: Pick<AccountMail, 'person' | 'at'>,
  how: 'sent' | 'refused' | 'later',
  why?: string,
): Promise<void> {
  const when = { text: '#a = :begun', names: { '#a': 'at' }, values: { ':begun': begun } }
  const set = { ...(how === 'later' ? {} : { state: how }), ...(why === undefined ? {} : { why }) }
  const remove = [...(how === 'later' ? [] : marks), ...(why === undefined ? ['why'] : [])]
  await updateItem(place(person), { set, remove, when })
}
