import type { Area } from './area.ts'
import { closingRoutes } from './closings.ts'
import { countyRoutes } from './county.ts'
import { dayRoutes } from './days.ts'
import { deadlineRoutes } from './deadline.ts'
import { deputyRoutes } from './deputies.ts'
import { figureRoutes } from './figures.ts'
import { fileRoutes } from './files.ts'
import { handOverRoutes } from './hand-overs.ts'
import { moveRoutes } from './moves.ts'
import { platformRoutes } from './platform.ts'
import { whyRoutes } from './why-visible.ts'

/** What one page or one office needs now and then. */
export const areas: (() => Area)[] = [
  figureRoutes,
  moveRoutes,
  fileRoutes,
  closingRoutes,
  handOverRoutes,
  deadlineRoutes,
  countyRoutes,
  dayRoutes,
  deputyRoutes,
  platformRoutes,
  whyRoutes,
]
