import type { AuthProvider } from 'react-admin'
import { request } from './http.ts'
import type { Me } from './panel.ts'

/** The framework's questions about the person. Only 401 ends a session; what somebody may do comes from the loaded definitions and from `may`. */
export function authProvider(me: Me, leave: () => void): AuthProvider {
  return {
    login: () => Promise.resolve(),
    logout: async () => {
      await request('/session', { method: 'DELETE' }).catch(() => undefined)
      leave()
    },
    checkAuth: () => Promise.resolve(),
    checkError: (error: { status?: number }) => (error.status === 401 ? Promise.reject(error) : Promise.resolve()),
    getIdentity: () => Promise.resolve({ id: me.id, fullName: me.name }),
    getPermissions: () => Promise.resolve(me.role),
    canAccess: () => Promise.resolve(true),
  }
}
