/**
 * A process that takes the folder it is told, says so, and keeps it until it is ended. For lock.test.ts.
 * `briefly`: lets go again; a number: starts at that moment, so that several start at the same.
 */
import { holdFolder } from './lock'
import { orSay } from './problem'

const [folder = '', how] = process.argv.slice(2)
await orSay(async () => {
  while (Date.now() < Number(how)) {}
  const letGo = await holdFolder(folder)
  console.log(`held ${process.pid}`)
  if (how === 'briefly') {
    letGo()
    process.exit(0)
  }
  setInterval(() => {}, 1000)
})
