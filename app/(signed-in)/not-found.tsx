import { NothingHere } from '@/app/ui/nothing-here'

/** Inside the frame, so that signing out is at hand here, too (ASVS V7.4.4). */
export default function NotFound() {
  return <NothingHere />
}
