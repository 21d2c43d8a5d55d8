import type { Metadata } from 'next'
import { notFound } from '@/lib/words/shell'
import { Entrance } from './ui/frame'
import { NothingHere } from './ui/nothing-here'

export const metadata: Metadata = { title: notFound.title }

export default function NotFound() {
  return (
    <Entrance>
      <NothingHere />
    </Entrance>
  )
}
