import { sessions } from './sessions.ts'

sessions('own')
