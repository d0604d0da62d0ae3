import { accountRoutes } from './accounts.ts'
import { actRoutes } from './acts.ts'
import { addressRoutes } from './addresses.ts'
import type { Area } from './area.ts'
import { channelRoutes } from './channels.ts'
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
import { wordingRoutes } from './wording.ts'

/** What one page or one office needs now and then. */
export const areas: (() => Area)[] = [
  actRoutes,
  figureRoutes,
  importRoutes,
  exportRoutes,
  fileRoutes,
  noticeRoutes,
  proofRoutes,
  wordingRoutes,
  deadlineRoutes,
  accountRoutes,
  addressRoutes,
  channelRoutes,
  countyRoutes,
  logRoutes,
  platformRoutes,
]
