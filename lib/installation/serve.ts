import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { starting as words } from '../words/installation'
import { carrying } from './carry'
import { type FrontSettings, refuse, refuses, setOrigin } from './front'
import { InstallationProblem } from './problem'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type Serving = {
  /** Takes no new connection, answers what is under way for as long as `grace` ms, then closes the rest. */
  stop: (grace: number) => Promise<void>
}

/**
 * Listens, and hands to `handle` what the front lets through. While it stops, what comes on a connection that is
 * still open is answered with 503.
 * @throws InstallationProblem when the port cannot be had
 */
export async function serve(
  handle: Handle,
  at: FrontSettings & { host: string; port: number; dev?: boolean },
): Promise<Serving> {
  let stopping = false
  const carry = carrying({ origin: at.origin, dev: at.dev ?? false })
  const answer = (request: IncomingMessage, response: ServerResponse, invite = () => {}) => {
    carry(request, response)
    if (stopping) {
      response.setHeader('connection', 'close')
      response.setHeader('retry-after', '5')
      refuse(request, response, 503, words.stopping)
      return
    }
    if (refuses(request, response, at)) return
    invite()
    setOrigin(request, at)
    handle(request, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) refuse(request, response, 500, words.failed)
      else response.destroy()
    })
  }
  const server = http.createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      connectionsCheckingInterval: 2000,
      // Longer than the proxies' own 60 s, so that they never send on a connection that is being closed.
      keepAliveTimeout: 65_000,
    },
    (request, response) => answer(request, response),
  )
  // A sender that asks first is told before it sends.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
    answer(request, response, () => response.writeContinue()),
  )
  server.on('connect', (_request, socket) => {
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nallow: GET, HEAD, POST, OPTIONS\r\nconnection: close\r\n\r\n',
    )
  })
  await listen(server, at)
  return {
    stop: async (grace) => {
      stopping = true
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, grace).unref())])
      clearInterval(idle)
      server.closeAllConnections()
    },
  }
}

function listen(server: http.Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : ''
      reject(
        new InstallationProblem(
          words.cannotListen(host, port, code === 'EADDRINUSE' ? words.inUse : error.message),
        ),
      )
    })
    server.listen(port, host, resolve)
  })
}
