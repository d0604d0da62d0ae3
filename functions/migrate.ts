import './own-lines.ts'
import { definitions } from './catalogue.ts'
import { byCounty, type Turn } from './counties.ts'
import { migrate } from './store/migrate.ts'
import { systemScope } from './store/system-scope.ts'

/** How long a run may take: less than a function may live. */
const MINUTES = 12

/**
 * Started once after a version has been deployed that keeps its lists in another form; by `npm start` itself. May run twice or be cut off: what is left is
 * done by the next run, and by night.
 */
export async function handler(turn: Turn = {}): Promise<Record<string, unknown>> {
  const { counties, ...report } = await byCounty(turn, migrated)
  return counties ? { counties, done: Object.values(counties).every(({ done }) => done) } : report
}

async function migrated() {
  const ledgers = (await definitions(systemScope())).map(({ ledger }) => ledger)
  const until = new Date(Date.now() + MINUTES * 60_000)
  const report = { job: 'migrate', ...(await migrate(systemScope(), ledgers, until, () => new Date())) }
  console.log(JSON.stringify(report))
  return report
}
