import type { Metadata } from 'next'
import { notFound } from '@/lib/words/shell'
import { NothingHere } from './ui/nothing-here'
import { Entrance } from './ui/shell'

export const metadata: Metadata = { title: notFound.title }

export default function NotFound() {
  return (
    <Entrance>
      <NothingHere />
    </Entrance>
  )
}
