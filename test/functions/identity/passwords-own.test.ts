import { passwords } from './passwords.ts'

passwords('own')
