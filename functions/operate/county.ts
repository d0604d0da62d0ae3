import { readFileSync } from 'node:fs'
import type { Settled } from '../settle.ts'
import { asked, local, told } from './place.ts'

// npm run county -- --add haian --from offices.json [--origin https://… --mail-from …] [--function NAME]: adds a county to a deployment, or makes what is
// missing of one. The door of the deployment does it, with its own rights and letters: of this machine, or by its name in the account.
const { values } = asked({
  function: { type: 'string' },
  add: { type: 'string' },
  from: { type: 'string' },
  origin: { type: 'string' },
  'mail-from': { type: 'string' },
})
await told(async () => {
  const { add: county, from, function: name, origin, 'mail-from': mailFrom } = values
  if (!county || !from) throw new Error('Say which and with whom: npm run county -- --add haian --from offices.json')
  const event = { ...JSON.parse(readFileSync(from, 'utf8')), county, origin, mailFrom }
  const { notInvited, ...made } = (await (name ? called(name, event) : local('invoke/Bootstrap', event))) as Settled
  return { ok: notInvited.length === 0, county, ...made, notInvited }
})

async function called(name: string, event: object): Promise<unknown> {
  const { callAndWait } = await import('../work/call.ts')
  return callAndWait(name, event)
}
