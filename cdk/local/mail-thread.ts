import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import start from 'aws-ses-v2-local'
import { getStoreReadonly, saveEmail } from 'aws-ses-v2-local/dist/store.js'
import { beStrict } from './mail-strict.ts'

const { port, file, senders } = workerData as { port: number; file?: string; senders: string[] }
let kept = 0

if (file && existsSync(file)) for (const mail of JSON.parse(readFileSync(file, 'utf8'))) saveEmail(mail)
kept = getStoreReadonly().emails.length
console.log = () => {}
// The package is CommonJS: its default export arrives wrapped.
const listen = (start as unknown as { default?: typeof start }).default ?? start
const server = await listen({ host: '127.0.0.1', port })
beStrict(server, senders)
const timer = setInterval(keep, 500)
parentPort?.on('message', () => {
  keep()
  clearInterval(timer)
  server.closeAllConnections()
  server.close(() => process.exit(0))
})
const address = server.address()
parentPort?.postMessage({ port: typeof address === 'object' && address ? address.port : port })

function keep(): void {
  const { emails } = getStoreReadonly()
  if (!file || emails.length === kept) return
  writeFileSync(`${file}.new`, JSON.stringify(emails))
  renameSync(`${file}.new`, file)
  kept = emails.length
}
