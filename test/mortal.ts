import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What stands between a process and its parts, and can kill it: from one request on, nothing gets through any more. */
export type Mortal = {
  /** Where the part answers now. */
  through: (endpoint: string) => Promise<string>
  /** Dies at the n-th request from now; `answered`: that request still reaches its part, and only the answer is lost. */
  dieAt: (n: number, answered: boolean) => void
  /** Lives again, once nothing of the dead process asks any more; true when it had died. */
  revive: () => Promise<boolean>
  close: () => void
}

export function mortal(): Mortal {
  let left = Number.POSITIVE_INFINITY
  let loses = false
  let dead = false
  let asked = 0
  const closing: (() => void)[] = []
  const through = async (endpoint: string) => {
    const server = createServer(async (incoming, outgoing) => {
      asked += 1
      left -= 1
      const last = left === 0
      if (last) dead = true
      if (dead && !(last && loses)) return void outgoing.destroy()
      const body = Buffer.concat(await incoming.toArray())
      const { method, headers, url } = incoming
      const onward = request(new URL(url ?? '/', endpoint), { method, headers }, (answer) => relay(answer, outgoing, () => dead))
      onward.once('error', () => outgoing.destroy())
      onward.end(body)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    closing.push(() => server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  return {
    through,
    dieAt: (n, answered) => {
      left = n
      loses = answered
    },
    revive: async () => {
      for (let before = -1; before !== asked; await pause(20)) before = asked
      const died = dead
      left = Number.POSITIVE_INFINITY
      dead = false
      return died
    },
    close: () => {
      for (const each of closing) each()
    },
  }
}

async function relay(answer: import('node:http').IncomingMessage, outgoing: ServerResponse, dead: () => boolean): Promise<void> {
  const body = Buffer.concat(await answer.toArray())
  if (dead()) return void outgoing.destroy()
  outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(body)
}
