import type { Scope } from '../../shared/scope.ts'
import { at } from './at.ts'
import { getItem, type Item, query, queryPage } from './table.ts'
import type { Write } from './transaction.ts'

/** How a paper stands in the register. `report`: it tells of many records, and is kept as a report of that id. */
export type Entry = Omit<Issued, 'file' | 'content' | 'fields' | 'to' | 'mails'> & { report?: true }

/**
 * An organ's book of papers sent out under one word in one year: 人大办〔2026〕. `series`: under what it counts them, whatever the organ is called; books of
 * earlier releases were kept by their word.
 */
export type Book = { organ: string; word: string; series?: string; year: number }

/**
 * A paper as it was sent out, for ever: its number, the file with its hash, and the versions of the records in it. `content` tells whether another would say
 * the
 * same; `fields`: what of the record stands in it.
 */
export type Issued = Book & {
  no: number
  paper: string
  label: { zh: string; en: string }
  ledger: string
  id: string
  edition: number
  on: string
  at: string
  by: { id: string; name: string }
  name: string
  hash: string
  content: string
  of: { ledger: string; id: string; version: number }[]
  fields: string[]
  to: string[]
  file: string
  /** Those to whom it goes are written to. */
  mails?: true
}

const bookKey = ({ organ, word, series = word, year }: Book) => at('ISSUED', organ, String(year), series)
const ofRecord = (ledger: string, id: string) => at('ISSUEDOF', ledger, id)

/** How far a book has come. */
export async function lastNo(_scope: Scope, { series, ...book }: Book): Promise<number> {
  const last = async (of: Book) => (await getItem<{ n: number }>({ pk: bookKey(of), sk: 'A' }))?.n
  const own = series === undefined ? undefined : await last({ ...book, series })
  return own ?? (await last(book)) ?? 0
}

/** The writes by which a paper is sent out, for one transaction with its event. */
export function issueWrites(_scope: Scope, issued: Issued): Write[] {
  const { file: _, mails: __, ...entry } = issued
  const edition = `${issued.paper}#${String(issued.edition).padStart(4, '0')}`
  return [...bookWrites(entry), { what: 'book', put: { ...issued, pk: ofRecord(issued.ledger, issued.id), sk: edition }, absent: true }]
}

/** The writes by which a book is stepped from where it stood, so that no number is missing and none is given twice; whoever lost the race begins again.
 * A book that an earlier release kept by its word goes on in the one by its series. */
export function bookWrites(entry: Entry): Write[] {
  const { no } = entry
  return [
    {
      what: 'book',
      put: { pk: bookKey(entry), sk: 'A', n: no },
      ...(no === 1 ? { absent: true as const } : { when: { text: 'attribute_not_exists(n) OR n = :n', values: { ':n': no - 1 } } }),
    },
    {
      what: 'book',
      put: { ...entry, pk: at('ISSUEDIN', entry.organ, String(entry.year)), sk: `${entry.word}#${String(no).padStart(6, '0')}` },
      absent: true,
    },
  ]
}

/** The editions of a paper that were sent out for a record, the first first. Whether somebody may have them is judged by who asks. */
export async function issuedOf(_scope: Scope, { ledger, id }: { ledger: string; id: string }, paper: string): Promise<Issued[]> {
  const found: Issued[] = []
  for await (const item of query<Item>({ pk: ofRecord(ledger, id), begins: `${paper}#` })) found.push(read(item))
  return found
}

/** The register of an organ for a year, without the files: by word and number. */
export async function readBook(_scope: Scope, organ: string, year: number, from?: string): Promise<{ data: Entry[]; next?: string }> {
  const pk = at('ISSUEDIN', organ, String(year))
  const { items } = await queryPage({ pk, limit: 101, ...(from ? { after: { pk, sk: from } } : {}) })
  const page = items.slice(0, 100)
  const last = page.at(-1)
  return { data: page.map(read), ...(items.length > 100 && last ? { next: String(last.sk) } : {}) }
}

function read(item: Item): Issued {
  const { pk, sk, ...issued } = item
  return issued as unknown as Issued
}
