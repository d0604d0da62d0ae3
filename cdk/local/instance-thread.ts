import { parentPort, workerData } from 'node:worker_threads'

// One warm instance of a function: it takes one event at a time, as Lambda's do.
const { bundle, name, memory } = workerData as { bundle: string; name: string; memory: number }
const { handler } = (await import(bundle)) as { handler: (event: unknown, context: object) => Promise<unknown> }

parentPort?.on('message', async ({ event, id, until }: { event: unknown; id: string; until: number }) => {
  const context = {
    awsRequestId: id,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
    memoryLimitInMB: String(memory),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => until - Date.now(),
  }
  try {
    // Lambda hands over JSON and takes JSON back: what cannot be written down is lost here as it is there.
    parentPort?.postMessage({ answer: JSON.stringify(await handler(event, context)) ?? 'null' })
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
parentPort?.postMessage({ ready: true })
