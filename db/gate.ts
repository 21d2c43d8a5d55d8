import { databaseAway } from '@/lib/words/installation'
import { DatabaseAway, isConnectionRefusedForNumber } from './away'

/**
 * Lets so many in at once and keeps the others waiting in order, but not for ever: who has waited `patience`
 * milliseconds fails as away, so that a flood ends in answers rather than in a growing queue.
 */
export class Gate {
  #inside = 0
  readonly #waiting: (() => void)[] = []

  constructor(
    private readonly size: number,
    private readonly patience: number,
  ) {}

  /** Runs `act` once there is room. It is run again if the server has no connection left, for then nothing was done. */
  async pass<T>(act: () => Promise<T>): Promise<T> {
    const until = performance.now() + this.patience
    await this.#enter()
    try {
      for (;;) {
        try {
          return await act()
        } catch (error) {
          if (!isConnectionRefusedForNumber(error)) throw error
          if (performance.now() + pause > until) throw new DatabaseAway(databaseAway.busy, { cause: error })
        }
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    } finally {
      this.#leave()
    }
  }

  async #enter(): Promise<void> {
    if (this.#inside < this.size) {
      this.#inside++
      return
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(tired)
        resolve()
      }
      const tired = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1)
        reject(new DatabaseAway(databaseAway.busy))
      }, this.patience)
      this.#waiting.push(enter)
    })
  }

  /** Who leaves hands the place to who has waited longest. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#inside--
  }
}

const pause = 50
