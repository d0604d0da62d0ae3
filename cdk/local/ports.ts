import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of this machine that nobody listens on; the one asked for when it is still free. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer()
  const port = await new Promise<number | undefined>((answer) => {
    server.once('error', () => answer(undefined))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      answer(typeof address === 'object' && address ? address.port : undefined)
    })
  })
  if (port === undefined) return freePort()
  server.close()
  await once(server, 'close')
  return port
}
