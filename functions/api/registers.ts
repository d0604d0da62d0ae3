import type { Area } from './area.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'

/** Registers as files, in and out. */
export const areas: (() => Area)[] = [importRoutes, exportRoutes]
