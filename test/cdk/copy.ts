import { startPlatform } from '../../cdk/local/platform.ts'

// A copy of the platform in a process of its own, to be killed by a test.
await startPlatform(JSON.parse(process.argv[2] ?? '{}'))
console.log('up')
