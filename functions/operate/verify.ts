import { readFileSync } from 'node:fs'
import { inCounty } from '../store/county.ts'
import { asked, placed, settle, told } from './place.ts'

// npm run verify: looks at everything that a county has stored, or (--chain FILE) at the events of one record as the API answered them.
const { values } = asked({ ...placed, chain: { type: 'string' } })
await told(async () => (values.chain === undefined ? inCounty(await settle(values), table) : chain(values.chain)))

async function table() {
  const [{ verify }, { definitions }, { systemScope }] = await Promise.all([
    import('../keeping/verify.ts'),
    import('../catalogue.ts'),
    import('../store/system-scope.ts'),
  ])
  const scope = systemScope()
  const ledgers = new Map((await definitions(scope)).map(({ ledger }) => [ledger.key, ledger]))
  const { faults, ...counts } = await verify(scope, ledgers)
  for (const { kind, where, says } of faults) console.log(`${kind}: ${where} ${says}`)
  return { ok: faults.length === 0, ...counts, faults: faults.length }
}

async function chain(file: string) {
  const { unproved } = await import('../keeping/told-chain.ts')
  const { data } = JSON.parse(readFileSync(file, 'utf8'))
  if (!Array.isArray(data)) throw new Error(`${file} holds no events as GET /api/records/:ledger/:id/events answers them`)
  const broken = unproved(data)
  for (const seq of broken) console.log(`event ${seq} was changed, or does not follow the one before`)
  return { ok: broken.length === 0, events: data.length, faults: broken.length }
}
