import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { placed, settle, told } from './place.ts'

// npm run county -- --add haian --from offices.json [--origin https://… --mail-from …]: adds a county to a deployment, or makes what is missing of one.
const { values } = parseArgs({
  options: {
    ...placed,
    client: { type: 'string' },
    add: { type: 'string' },
    from: { type: 'string' },
    origin: { type: 'string' },
    'mail-from': { type: 'string' },
  },
})
await told(async () => {
  const { add: county, from, client, origin, 'mail-from': mailFrom } = values
  if (!county || !from) throw new Error('Say which and with whom: npm run county -- --add haian --from offices.json')
  await settle(values)
  if (client) process.env.CLIENT_ID = client
  const { handler } = await import('../bootstrap.ts')
  const { notInvited, ...made } = await handler({ ...JSON.parse(readFileSync(from, 'utf8')), county, origin, mailFrom })
  return { ok: notInvited.length === 0, county, ...made, notInvited }
})
