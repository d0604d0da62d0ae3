import { inCounty } from '../store/county.ts'
import { asked, placed, settle, told } from './place.ts'

// npm run backup -- --to FOLDER: a copy of all that a county has stored, of the platform at PORT or of a table of the account.
const { values } = asked({ ...placed, to: { type: 'string' } })
await told(async () => {
  const { to } = values
  if (!to) throw new Error('Say where to: npm run backup -- --to FOLDER')
  const place = await settle(values)
  const [{ backup }, { systemScope }] = await Promise.all([import('../keeping/backup.ts'), import('../store/system-scope.ts')])
  const { records, events, attached, made } = await inCounty(place, () => backup(systemScope(), to, new Date()))
  return { ok: true, made, records, events, attached }
})
