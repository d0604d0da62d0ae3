import { parentPort, workerData } from 'node:worker_threads'
import start from 'aws-ses-v2-local'
import { keepMails } from './mail-kept.ts'
import { beStrict } from './mail-strict.ts'

const { port, file, senders } = workerData as { port: number; file?: string; senders: string[] }

if (file) keepMails(file)
console.log = () => {}
// The package is CommonJS: its default export arrives wrapped.
const listen = (start as unknown as { default?: typeof start }).default ?? start
const server = await listen({ host: '127.0.0.1', port })
beStrict(server, senders)
parentPort?.on('message', () => {
  server.closeAllConnections()
  server.close(() => process.exit(0))
})
const address = server.address()
parentPort?.postMessage({ port: typeof address === 'object' && address ? address.port : port })
