import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

type Store = {
  saveEmail: (mail: unknown) => void
  clearStore: () => void
}

/**
 * Keeps the emulator's inbox in a file, a mail a line: what a sender was told is taken is there, however the process ends a moment later, as with SES. Opens
 * what an earlier release kept as one list, and leaves a line that was cut off by the end alone: nobody was answered for it.
 */
export function keepMails(file: string): void {
  const store = createRequire(import.meta.url)('aws-ses-v2-local/dist/store.js') as Store
  const { saveEmail, clearStore } = store
  const kept = existsSync(file) ? read(readFileSync(file, 'utf8')) : []
  write(file, kept)
  for (const mail of kept) saveEmail(mail)
  store.saveEmail = (mail) => {
    appendFileSync(file, line(mail))
    saveEmail(mail)
  }
  store.clearStore = () => {
    write(file, [])
    clearStore()
  }
}

const line = (mail: unknown): string => `${JSON.stringify(mail)}\n`

function read(text: string): unknown[] {
  if (text.startsWith('[')) return JSON.parse(text)
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((each) => (each ? [JSON.parse(each)] : []))
}

function write(file: string, mails: unknown[]): void {
  writeFileSync(`${file}.new`, mails.map(line).join(''))
  renameSync(`${file}.new`, file)
}
