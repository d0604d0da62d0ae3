import { passwords } from './passwords.ts'

passwords('cognito')
