import { App } from 'aws-cdk-lib'
import { settingsOf } from '../settings.ts'
import { duban } from '../stack.ts'

const app = new App()
duban(app, settingsOf(app.node))
app.synth()
