'use client'
import { fault } from '@/lib/words/shell'
import { Button } from './ui/button'
import { Fault } from './ui/fault'
import { Entrance } from './ui/frame'

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Entrance>
      <Fault
        error={error}
        again={
          <Button tone="main" onClick={retry}>
            {fault.again}
          </Button>
        }
      />
    </Entrance>
  )
}
