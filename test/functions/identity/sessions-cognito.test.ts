import { sessions } from './sessions.ts'

sessions('cognito')
