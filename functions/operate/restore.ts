import { inCounty } from '../store/county.ts'
import { asked, placed, settle, told } from './place.ts'

// npm run restore -- --from FOLDER: writes a copy into an empty table, makes the accounts, and looks whether all of it holds.
const { values } = asked({ ...placed, client: { type: 'string' }, from: { type: 'string' } })
await told(async () => {
  const { from, client } = values
  if (!from) throw new Error('Say where from: npm run restore -- --from FOLDER')
  const place = await settle(values)
  if (client) process.env.CLIENT_ID = client
  return inCounty(place, () => restored(from))
})

async function restored(from: string) {
  const [{ restore }, { verify }, { definitions }, { systemScope }, { keeper }] = await Promise.all([
    import('../keeping/restore.ts'),
    import('../keeping/verify.ts'),
    import('../catalogue.ts'),
    import('../store/system-scope.ts'),
    import('../identity/keeper.ts'),
  ])
  const scope = systemScope()
  const known = async () => new Map((await definitions(scope)).map(({ ledger }) => [ledger.key, ledger]))
  // Who keeps passwords in the table makes an account when its link is used.
  const identity = process.env.IDENTITY ? await keeper(new Date()) : null
  const done = await restore(scope, from, { identity, definitions: known })
  const { faults, underway } = await verify(scope, await known())
  for (const { kind, where, says } of faults) console.log(`${kind}: ${where} ${says}`)
  return { ok: faults.length === 0 || underway > 0, ...done, underway, faults: faults.length }
}
