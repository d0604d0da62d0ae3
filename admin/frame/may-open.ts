import type { Role } from '../../shared/scope.ts'
import { pageRoutes } from '../pages.ts'

/** Whether a role finds a page in its menu. */
export function mayOpen(path: string, role: Role): boolean {
  return pageRoutes.some((route) => route.path.replace(/\/[:*].*$/, '') === path && (!route.who || route.who.includes(role)))
}
