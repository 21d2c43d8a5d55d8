/** Load on one address of this machine: connections that ask again as soon as they have their answer. */
import http from 'node:http'

export type Load = { perSecond: number; p95: number }

/** @param seconds how long; answers other than 200 are an error. @returns requests per second and milliseconds */
export async function load(
  address: string,
  cookie: string,
  seconds: number,
  connections = 10,
): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const taken: number[] = []
  const from = performance.now()
  const until = from + seconds * 1000
  const one = async () => {
    while (performance.now() < until) {
      const began = performance.now()
      await read(address, { agent, headers: { cookie } })
      taken.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const elapsed = (performance.now() - from) / 1000
  agent.destroy()
  taken.sort((a, b) => a - b)
  return { perSecond: taken.length / elapsed, p95: taken[Math.floor(taken.length * 0.95)] ?? Number.NaN }
}

function read(address: string, options: http.RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(address, options, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`))
      answer.resume()
      answer.once('end', resolve)
    })
    request.once('error', reject)
  })
}
