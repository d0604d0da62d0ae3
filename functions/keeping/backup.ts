import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { canonical } from '../../shared/canonical.ts'
import type { Scope } from '../../shared/scope.ts'
import { getBytes } from '../files/s3.ts'
import { written } from '../store/copy.ts'
import { prefix } from '../store/keys.ts'
import { everything, kindOf } from '../store/scan.ts'
import type { Item } from '../store/table.ts'
import { derived, secret } from './kinds.ts'
import { digestOf, type Manifest, sha256 } from './manifest.ts'
import { readStored } from './stored.ts'

const AT_ONCE = 16
/** So many lines stand in one file of a copy. */
const LINES = 5000

/**
 * Writes a copy of all that a county has stored into a folder: records with their events, all else that does not follow from them (definitions, offices,
 * people, settings, notices, imports …) and the files that hang on records. No session, no link and no password is in it: passwords lie with who checks them.
 * People may go on working: each record is copied with the events that belong to it as it was read. Answers the manifest, which is written last.
 */
export async function backup(scope: Scope, folder: string, now: Date): Promise<Manifest> {
  await mkdir(join(folder, 'files'), { recursive: true })
  const manifest: Manifest = {
    made: now.toISOString(),
    county: prefix(scope),
    records: 0,
    events: 0,
    ledgers: {},
    items: {},
    attached: 0,
    digest: { records: '', items: '', attached: '' },
    files: {},
  }
  const places: Pick<Item, 'pk'>[] = []
  const others: string[] = []
  const attached: string[] = []
  for await (const item of everything(scope)) {
    const kind = kindOf(item)
    if (kind === 'R') {
      if (item.sk === 'A') places.push({ pk: item.pk })
      continue
    }
    if (derived.has(kind) || secret.has(kind)) continue
    others.push(written(item))
    manifest.items[kind] = (manifest.items[kind] ?? 0) + 1
    if (kind === 'F') attached.push(String(item.id))
  }
  manifest.digest.records = await copyRecords(places, folder, manifest)
  others.sort()
  await lay(folder, 'items', others, manifest)
  manifest.digest.items = digestOf(others)
  manifest.digest.attached = await copyFiles(attached.sort(), folder, manifest)
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function copyRecords(places: Pick<Item, 'pk'>[], folder: string, manifest: Manifest): Promise<string> {
  const hashes: string[] = []
  const sorted = places.map(({ pk }) => pk).sort()
  for (let from = 0; from < sorted.length; from += LINES) {
    const lines: string[] = []
    const some = sorted.slice(from, from + LINES)
    for (let at = 0; at < some.length; at += AT_ONCE) {
      for (const stored of await Promise.all(some.slice(at, at + AT_ONCE).map((pk) => readStored({ pk })))) {
        if (!stored) continue
        lines.push(canonical(stored))
        manifest.records += 1
        manifest.events += stored.events.length
        manifest.ledgers[stored.record.ledger] = (manifest.ledgers[stored.record.ledger] ?? 0) + 1
      }
    }
    hashes.push(...lines)
    await lay(folder, `records-${String(from / LINES).padStart(4, '0')}`, lines, manifest)
  }
  return digestOf(hashes)
}

async function copyFiles(ids: string[], folder: string, manifest: Manifest): Promise<string> {
  const told: string[] = []
  for (const id of ids) {
    // What no record holds yet lies where it was uploaded, as long as its form may name it.
    for (const key of [`files/${id}`, `uploads/${id}`]) {
      const bytes = await getBytes(key)
      if (!bytes) continue
      const name = `files/${key.replace('/', '-')}`
      await writeFile(join(folder, name), bytes)
      manifest.files[name] = sha256(bytes)
      manifest.attached += 1
      told.push(`${key} ${manifest.files[name]}`)
      break
    }
  }
  return digestOf(told)
}

async function lay(folder: string, name: string, lines: string[], manifest: Manifest): Promise<void> {
  const bytes = gzipSync(lines.map((line) => `${line}\n`).join(''))
  await writeFile(join(folder, `${name}.jsonl.gz`), bytes)
  manifest.files[`${name}.jsonl.gz`] = sha256(bytes)
}
