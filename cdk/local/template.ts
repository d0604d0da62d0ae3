import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { bundle } from '../bundles.ts'
import { settingsOf } from '../settings.ts'
import { duban } from '../stack.ts'

const app = new App()
const bundles = join(app.outdir, 'doors')
await bundle(bundles)
duban(app, { ...settingsOf(app.node), bundles })
app.synth()
