import { accountRoutes } from './accounts.ts'
import type { Area } from './area.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'

/** Registers as files, in and out, and that of the accounts. */
export const areas: (() => Area)[] = [importRoutes, exportRoutes, accountRoutes]
