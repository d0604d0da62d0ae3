import type { Area } from './area.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'
import { paperRoutes } from './papers.ts'

/** Registers as files, in and out, and papers made from them. */
export const areas: (() => Area)[] = [importRoutes, exportRoutes, paperRoutes]
