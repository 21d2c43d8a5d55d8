import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/**
 * A socket in the lock's folder that answers as long as its process lives: the only sign of life that another
 * container can see, for it has process numbers of its own. Linux only; elsewhere there are no such spaces.
 */
export type Bell = { name: string | null; stop: () => void }

const none: Bell = { name: null, stop: () => {} }

/** Starts to answer at `name` in `folder`. Where the file system has no sockets the bell has no name. */
export async function hangBell(folder: string, name: string): Promise<Bell> {
  if (process.platform !== 'linux') return none
  const at = short(folder, name)
  const server = net.createServer((caller) => caller.destroy())
  const hangs = await settled(server, 'listening', () => server.listen(at.path))
  at.close()
  if (!hangs) return none
  server.unref()
  const stop = () => {
    server.close()
    fs.rmSync(path.join(folder, name), { force: true })
  }
  return { name, stop }
}

/** Whether somebody answers at `name` in `folder`. */
export async function rings(folder: string, name: string): Promise<boolean> {
  const at = short(folder, name)
  const caller = net.connect(at.path)
  const answered = await settled(caller, 'connect', () => {})
  caller.destroy()
  at.close()
  return answered
}

/** The path of a socket may have 107 bytes at most; through an open folder it is short whatever the folder's name. */
function short(folder: string, name: string): { path: string; close: () => void } {
  const handle = fs.openSync(folder, 'r')
  return { path: `/proc/self/fd/${handle}/${path.basename(name)}`, close: () => fs.closeSync(handle) }
}

function settled(emitter: net.Server | net.Socket, event: string, act: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    emitter.once(event, () => resolve(true)).once('error', () => resolve(false))
    act()
  })
}
