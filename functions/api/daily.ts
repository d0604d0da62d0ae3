import type { Area } from './area.ts'
import { countRoutes } from './counts.ts'
import { dutyRoutes } from './duties.ts'
import { eventRoutes } from './events.ts'
import { ledgerRoutes } from './ledgers.ts'
import { officeRoutes } from './offices.ts'
import { recordRoutes } from './records.ts'
import { sessionRoutes } from './session.ts'
import { settingsRoutes } from './settings.ts'

/** What every page begins with, and the work itself. */
export const areas: (() => Area)[] = [
  sessionRoutes,
  ledgerRoutes,
  recordRoutes,
  eventRoutes,
  dutyRoutes,
  countRoutes,
  settingsRoutes,
  officeRoutes,
]
