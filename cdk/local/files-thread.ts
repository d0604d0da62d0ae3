import { parentPort, workerData } from 'node:worker_threads'
import S3rver from 's3rver'

const { folder, port } = workerData as { folder: string; port: number }
const files = new S3rver({ address: '127.0.0.1', port, directory: folder, silent: true, vhostBuckets: false })
const address = await files.run()
parentPort?.on('message', () => void files.close().then(() => process.exit(0)))
parentPort?.postMessage({ port: address.port })
