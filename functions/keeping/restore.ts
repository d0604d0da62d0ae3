import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Ledger } from '../../shared/definition/ledger.ts'
import type { Scope } from '../../shared/scope.ts'
import { putBytes } from '../files/s3.ts'
import type { Identity } from '../identity/identity.ts'
import { writesOf } from '../store/commit.ts'
import { readBack } from '../store/copy.ts'
import { freeAddress, takeAddresses } from '../store/counties.ts'
import { markPresent } from '../store/form.ts'
import { prefix } from '../store/keys.ts'
import { nameOf } from '../store/lists.ts'
import { listPeople } from '../store/people.ts'
import { notePlaces, placesOf } from '../store/places.ts'
import { project } from '../store/projection.ts'
import { everything, kindOf } from '../store/scan.ts'
import { deleteItems, type Item, type Key, putItems } from '../store/table.ts'
import { transactItems } from '../store/transaction.ts'
import { waiting } from './kinds.ts'
import { type Manifest, sha256 } from './manifest.ts'
import type { Stored } from './stored.ts'

/** What an account is made with (nobody's password is in a copy: each sets a new one by the link that he asks for), and which definitions are in force. */
type Means = { identity: Identity | null; definitions: () => Promise<Map<string, Ledger>> }
export type Restored = { records: number; items: number; attached: number; accounts: number }

const TOGETHER = 200

/**
 * Writes a copy into a table in which no record of the county lies yet, in the place of offices and people that a new county began with, and writes anew
 * whatever follows from records. Refuses, in a sentence, a copy that is not what its manifest says, and a county that works already. Cut off, it is begun again
 * with a new table.
 */
export async function restore(scope: Scope, folder: string, { identity, definitions }: Means): Promise<Restored> {
  const manifest = await checked(folder)
  if (manifest.county !== prefix(scope)) throw new Error(`This is a copy of the county ${manifest.county}, not of ${prefix(scope)}`)
  await makeRoom(scope)
  const all = (await linesOf(folder, 'items.jsonl.gz')).map(readBack)
  const later = all.filter((item) => waiting.has(kindOf(item)))
  await takeAddresses(all.flatMap((item) => (kindOf(item) === 'MAIL' ? [addressIn(item)] : [])))
  await putItems(all.filter((item) => !waiting.has(kindOf(item))))
  await markPresent(scope)
  const ledgers = await definitions()
  let records = 0
  for (const name of Object.keys(manifest.files)
    .filter((one) => one.startsWith('records-'))
    .sort()) {
    const stored = (await linesOf(folder, name)).map((line) => JSON.parse(line) as Stored)
    for (let at = 0; at < stored.length; at += TOGETHER) await bringBack(scope, ledgers, stored.slice(at, at + TOGETHER))
    records += stored.length
  }
  const attached = await bringFiles(folder, manifest)
  const accounts = identity ? await openAccounts(identity) : 0
  await putItems(later)
  return { records, items: all.length, attached, accounts }
}

async function makeRoom(scope: Scope): Promise<void> {
  const begun: Key[] = []
  for await (const item of everything(scope)) {
    if (kindOf(item) === 'R') throw new Error(`The table already holds records of this county (${item.pk}); restore into a new one`)
    begun.push({ pk: item.pk, sk: item.sk })
    if (kindOf(item) === 'MAIL') await transactItems(freeAddress(addressIn(item)))
  }
  await deleteItems(begun)
}

const addressIn = ({ pk }: Key): string => pk.split('#').slice(2).join('#')

async function bringBack(scope: Scope, ledgers: Map<string, Ledger>, stored: Stored[]): Promise<void> {
  const known = stored.map((one) => {
    const { ledger: key, id } = one.record
    const ledger = ledgers.get(key)
    if (!ledger) throw new Error(`The copy holds ${key}/${id}, of which the ledger is not there`)
    return { ...one, ledger }
  })
  await notePlaces(known.flatMap(({ ledger, record }) => placesOf(scope, ledger, record)))
  const items = known.flatMap(({ ledger, record, events, was }): Item[] => {
    const writes = writesOf(scope, { ledger, after: record, events, was: events.map(({ seq }) => was[seq]) })
    return writes.flatMap((write) => ('put' in write ? [write.put] : []))
  })
  await putItems([...new Map(items.map((item) => [nameOf(item), item])).values()])
  await project(
    scope,
    ledgers,
    stored.map(({ record: { ledger, id } }) => ({ ledger, id })),
  )
}

async function bringFiles(folder: string, { files }: Manifest): Promise<number> {
  const names = Object.keys(files).filter((name) => name.startsWith('files/'))
  for (const name of names)
    await putBytes(name.slice('files/'.length).replace('-', '/'), await readFile(join(folder, name)), 'application/octet-stream')
  return names.length
}

async function openAccounts(identity: Identity): Promise<number> {
  const people = await listPeople('system')
  for (const { email, disabled } of people) {
    await identity.create(email)
    if (disabled) await identity.disable(email)
  }
  return people.length
}

async function checked(folder: string): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest
  for (const [name, hash] of Object.entries(manifest.files))
    if (sha256(await readFile(join(folder, name))) !== hash) throw new Error(`${name} is not what the manifest says: this copy is torn`)
  return manifest
}

async function linesOf(folder: string, name: string): Promise<string[]> {
  return gunzipSync(await readFile(join(folder, name)))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
}
