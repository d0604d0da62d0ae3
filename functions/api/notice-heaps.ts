import type { Scope } from '../../shared/scope.ts'
import { officeToken } from '../mail/recipients.ts'
import type { Heap } from '../store/notice-pages.ts'
import { heaps, type Notice } from '../store/notices.ts'
import { listPeople, type Person, peopleOf, personByEmail, personById } from '../store/people.ts'
import { readRecord } from '../store/records.ts'
import { world } from '../world.ts'

export type Asked = { record?: string | undefined; recipient?: string | undefined; date?: string | undefined }

/**
 * Where to look for notices, narrowest first: those of a record, of a recipient (a person's id or e-mail address, or an office's id), else all
 * that concern the caller: the county's of every township, a township's about its records, everybody's own office's. Who asks for what was said to himself gets
 * what his office is shown besides.
 */
export async function heapsOf(scope: Scope, { record, recipient }: Asked): Promise<Heap[]> {
  if (record !== undefined) return [{ index: 'g3', pk: heaps.record(scope, record) }]
  if (recipient !== undefined) {
    const said: Heap[] = [...(await recipients(recipient))].map((id) => ({ index: 'g1', pk: heaps.person(scope, id) }))
    return recipient === scope.person && scope.office.kind === 'township'
      ? [...said, { index: 'g1', pk: heaps.shown(scope, officeToken(scope.office)) }]
      : said
  }
  if (scope.office.kind === 'county') {
    const { offices } = await world()
    const owners = ['county', ...offices.filter(({ kind }) => kind === 'township').map(({ id }) => id)]
    return owners.map((owner) => ({ index: 'g4', pk: heaps.owner(scope, owner) }))
  }
  const own = await peopleOf(scope, scope.office)
  const mine: Heap[] = [...own.map(({ id }) => id), officeToken(scope.office)].map((id) => ({ index: 'g1', pk: heaps.person(scope, id) }))
  return scope.office.kind === 'township' ? [...mine, { index: 'g4', pk: heaps.owner(scope, scope.office.id) }] : mine
}

/** Who may see a notice: the county's administrators and leaders all, an office what was said to its people and what was said about records that it may read. */
export function judge(scope: Scope): (notice: Notice) => Promise<boolean> {
  const readable = new Map<string, Promise<boolean>>()
  const reads = ({ record: { ledger, id } }: Notice): Promise<boolean> => {
    const known = readable.get(id) ?? readRecord(scope, ledger, id).then((record) => record !== null)
    readable.set(id, known)
    return known
  }
  return async (notice) => {
    if (seesAll(scope) || isOwn(scope, notice)) return true
    if (scope.office.kind === 'township' && notice.owner === scope.office.id) return true
    return reads(notice)
  }
}

/** True for those of the county from whom nothing is kept; its clerks see what their desks let them see. */
export function seesAll({ office, role }: Scope): boolean {
  return office.kind === 'county' && (role === 'admin' || role === 'leader')
}

/** Said to the caller's own office. */
export function isOwn(scope: Scope, notice: Notice): boolean {
  return notice.person === scope.person || (notice.office === officeToken(scope.office) && scope.office.kind !== 'county')
}

/** The ids behind a recipient: one person, or an office's people and the office itself. Whoever asks sees of them what he may see. */
async function recipients(named: string): Promise<Set<string>> {
  if (named.includes('@')) {
    const person = await personByEmail('system', named)
    return new Set(person ? [person.id] : [])
  }
  const person = await personById('system', named)
  if (person) return new Set([person.id])
  const kinds = ['county', 'township', 'unit', 'deputy'] as const
  const offices = kinds.map((kind) => ({ kind, id: named }))
  const people: Person[] =
    named === 'county'
      ? (await listPeople('system')).filter(({ office }) => office.kind === 'county')
      : (await Promise.all(offices.map((office) => peopleOf('system', office)))).flat()
  return new Set([...people.map(({ id }) => id), ...offices.map(officeToken)])
}
