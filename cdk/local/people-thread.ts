import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { DefaultConfig } from 'cognito-local/lib/server/config.js'
import { Router } from 'cognito-local/lib/server/Router.js'
import { createServer } from 'cognito-local/lib/server/server.js'
import { CognitoServiceFactoryImpl } from 'cognito-local/lib/services/cognitoService.js'
import { DateClock, LambdaService, MessagesService, TriggersService } from 'cognito-local/lib/services/index.js'
import { ConsoleMessageSender } from 'cognito-local/lib/services/messageDelivery/consoleMessageSender.js'
import { MessageDeliveryService } from 'cognito-local/lib/services/messageDelivery/messageDelivery.js'
import { otp } from 'cognito-local/lib/services/otp.js'
import { JwtTokenGenerator } from 'cognito-local/lib/services/tokenGenerator.js'
import { UserPoolServiceFactoryImpl } from 'cognito-local/lib/services/userPoolService.js'
import { strict } from './people-rules.ts'
import { peopleStore } from './people-store.ts'

// The emulator's own start keeps its data in the working directory and loads a Lambda client; this one takes a folder and needs none.
const { port, folder } = workerData as { port: number; folder: string }
const pino = createRequire(import.meta.resolve('cognito-local'))('pino')
const logger = pino({ level: 'fatal' })
const config = { ...DefaultConfig, TokenConfig: { IssuerDomain: `http://127.0.0.1:${port}` } }
const clock = new DateClock()
const data = peopleStore(folder)
const pools = new UserPoolServiceFactoryImpl(clock, data)
const cognito = await new CognitoServiceFactoryImpl(folder, data, pools).create({ logger }, config.UserPoolDefaults)
const triggers = new TriggersService(clock, cognito, new LambdaService({}, {} as never), {} as never)
const services = {
  clock,
  cognito,
  config,
  messages: new MessagesService(triggers, new MessageDeliveryService(new ConsoleMessageSender())),
  otp,
  tokenGenerator: new JwtTokenGenerator(clock, triggers, config.TokenConfig),
  triggers,
}
const server = await createServer(
  strict(Router(services), services),
  logger,
  { ...config.ServerConfig, port, hostname: '127.0.0.1' },
  services,
).start()
parentPort?.on('message', () => {
  server.closeAllConnections()
  server.close(() => process.exit(0))
})
parentPort?.postMessage({ port })
