import { accountRoutes } from './accounts.ts'
import type { Area } from './area.ts'
import { countyRoutes } from './county.ts'
import { deadlineRoutes } from './deadline.ts'
import { exportRoutes } from './exports.ts'
import { figureRoutes } from './figures.ts'
import { fileRoutes } from './files.ts'
import { importRoutes } from './imports.ts'
import { logRoutes } from './log.ts'
import { noticeRoutes } from './notices.ts'
import { platformRoutes } from './platform.ts'
import { proofRoutes } from './proofs.ts'

/** What one page or one office needs now and then. */
export const areas: (() => Area)[] = [
  figureRoutes,
  importRoutes,
  exportRoutes,
  fileRoutes,
  noticeRoutes,
  proofRoutes,
  deadlineRoutes,
  accountRoutes,
  countyRoutes,
  logRoutes,
  platformRoutes,
]
